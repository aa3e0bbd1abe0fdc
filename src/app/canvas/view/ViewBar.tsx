import { X } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { useCommand } from '../../commands/useCommand.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { announce, canvasStore } from '../state/canvasState.ts';
import { focusCanvas } from '../state/focus.ts';
import { showView } from './showView.ts';
import { viewParts, type ViewPart } from './words.ts';
import styles from './ViewBar.module.css';

// Comes with the first focus.
const FocusDepth = lazy(async () => ({ default: (await import('./FocusDepth.tsx')).FocusDepth }));

/** What of the mesh is not drawn by itself now, each part with a way back, and all of it with one press. */
export function ViewBar() {
  const view = useSessionState((state) => state.view);
  const topology = useSessionState((state) => state.analysis.topology);
  const shown = useSessionState((state) => state.analysis.drawn.nodes.length);
  const all = useCommand('canvas.show-all');
  const parts = useMemo(() => viewParts({ view, analysis: { topology } }), [view, topology]);
  if (parts.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for forms
    <div className={styles.bar} role="group" aria-label="What is shown">
      <span className={styles.count}>
        <b>{shown}</b> of {topology.nodes.length}
        <span className={styles.shown}> shown</span>
      </span>
      {parts.map((part) => (
        <Part key={part.id} part={part} />
      ))}
      <button
        type="button"
        className={styles.all}
        aria-keyshortcuts={all.ariaKeys}
        title={all.keys ? `${all.title} (${all.keys})` : all.title}
        onClick={() => {
          all.run();
          focusCanvas();
        }}
      >
        Show all
      </button>
    </div>
  );
}

function Part({ part }: { part: ViewPart }) {
  const session = useSession();
  const { id, words, detail, undo } = part;
  const back = () => {
    showView(session, undo, { fit: true });
    announce(`No longer: ${words}`);
    focusCanvas();
  };
  const choosable = id === 'collapsed' || id === 'hidden';
  return (
    <span className={styles.part} title={detail}>
      {choosable ? (
        <button
          type="button"
          className={styles.words}
          aria-haspopup="dialog"
          onClick={() => canvasStore.set({ choosingNamespaces: true })}
        >
          {words}
        </button>
      ) : (
        <span className={styles.words}>{words}</span>
      )}
      {id === 'focus' && (
        <Suspense fallback={<span className={styles.depths} />}>
          <FocusDepth />
        </Suspense>
      )}
      <button type="button" className={styles.back} aria-label={`No longer: ${words}`} onClick={back}>
        <X size={11} aria-hidden />
      </button>
    </span>
  );
}
