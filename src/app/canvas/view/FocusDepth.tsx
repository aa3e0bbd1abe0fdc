import { useSession, useSessionState } from '../../session.tsx';
import { announce } from '../state/canvasState.ts';
import { showView } from './showView.ts';
import { focusWords } from './words.ts';
import styles from './ViewBar.module.css';

const DEPTHS = [1, 2, 3, undefined] as const;

/** How far the focus reaches: some steps, or the whole ways. */
export function FocusDepth() {
  const session = useSession();
  const focus = useSessionState((state) => state.view.focus);
  const label = useSessionState(
    (state) => state.analysis.topology.nodes.find(({ id }) => id === focus?.node)?.label,
  );
  if (!focus) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for forms
    <span className={styles.depths} role="group" aria-label="How far the focus reaches">
      {DEPTHS.map((depth) => (
        <button
          key={depth ?? 'all'}
          type="button"
          className={styles.depth}
          aria-pressed={focus.depth === depth}
          aria-label={focusWords(label ?? '', depth)}
          title={focusWords(label ?? '', depth)}
          onClick={() => {
            showView(
              session,
              { focus: { node: focus.node, ...(depth !== undefined && { depth }) } },
              { fit: true },
            );
            announce(focusWords(label ?? '', depth));
          }}
        >
          {depth ?? 'all'}
        </button>
      ))}
    </span>
  );
}
