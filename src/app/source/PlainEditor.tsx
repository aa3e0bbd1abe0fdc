import { useEffect, useMemo, useRef, type ChangeEvent } from 'react';
import { fileText } from '../../text/index.ts';
import { registerPane } from '../commands/panes.ts';
import { Button } from '../controls/index.ts';
import { page } from '../editable.ts';
import { useSession, useSessionState } from '../session.tsx';
import { createLineIndex } from './lines.ts';
import { editFromTextarea, shownText } from './textarea.ts';
import { createTypingBurst } from './typing.ts';
import styles from './PlainEditor.module.css';

/** A plain text field, for when the editor cannot be loaded: everything can still be read and edited. */
export function PlainEditor({ path, onRetry }: { path: string; onRetry: () => void }) {
  const session = useSession();
  const area = useRef<HTMLTextAreaElement>(null);
  const burst = useMemo(() => createTypingBurst(), []);
  const text = useSessionState((state) => fileText(state.workspace.files, path) ?? '');

  useEffect(
    () =>
      registerPane('source', {
        focus: () => area.current?.focus(),
        reveal(offset, to = offset) {
          const { lineNumber, column } = createLineIndex(
            fileText(session.getState().workspace.files, path) ?? '',
          ).positionAt(offset);
          const lines = (area.current?.value ?? '').split('\n');
          const at =
            lines.slice(0, lineNumber - 1).reduce((sum, line) => sum + line.length + 1, 0) + column - 1;
          area.current?.focus();
          area.current?.setSelectionRange(at, at + to - offset);
        },
      }),
    [path, session],
  );

  const change = (event: ChangeEvent<HTMLTextAreaElement>) => {
    const edit = editFromTextarea(text, event.target.value);
    if (edit)
      session.dispatch({ type: 'edit-text', path, edits: [edit], origin: 'text', mark: burst.mark() });
  };

  return (
    <>
      <output className={styles.notice}>
        <p>The editor could not be loaded, so this is a plain text field. Nothing is lost.</p>
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      </output>
      <textarea
        ref={area}
        className={`nokey ${styles.area}`}
        aria-label="YAML of the file"
        readOnly={page.readOnly}
        spellCheck={false}
        wrap="off"
        value={shownText(text)}
        onChange={change}
        onBlur={() => burst.end()}
      />
    </>
  );
}
