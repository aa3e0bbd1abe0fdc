import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { takeTyped } from '../../commands/typedAhead.ts';
import { IconButton } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useCanvasState } from '../state/useCanvasState.ts';
import { look, narrow, step } from './find.ts';
import { findWords } from './findWords.ts';
import { hitsOf } from './hits.ts';
import { closeFind, FIND_ID } from './open.ts';
import styles from './FindBar.module.css';

/** Looks for something in the whole mesh, and goes from one thing found to the next. */
export default function FindBar() {
  const session = useSession();
  const find = useCanvasState((state) => state.find);
  const analysis = useSessionState((state) => state.analysis);
  const narrowed = useSessionState((state) => Boolean(state.view.query));
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    field.current?.focus();
    const { text, chosen } = takeTyped();
    if (text) look(session, text);
    if (chosen) step(session, 1);
  }, [session]);

  if (!find) return null;
  const hits = hitsOf({ analysis }, find.query);
  const asked = find.query.trim() !== '';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') step(session, event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowDown') step(session, 1);
    else if (event.key === 'ArrowUp') step(session, -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape, wherever inside the focus is
    <search
      className={styles.bar}
      aria-label="Find on the canvas"
      data-pane="canvas-find"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        closeFind();
      }}
    >
      <div className={styles.line}>
        <input
          ref={field}
          id={FIND_ID}
          type="text"
          className={styles.field}
          aria-label="Find on the canvas"
          aria-describedby="canvas-found"
          placeholder="Find a host, subset, namespace, name …"
          spellCheck={false}
          autoComplete="off"
          data-own-undo=""
          value={find.query}
          onChange={(event) => look(session, event.target.value)}
          onKeyDown={onKeyDown}
        />
        {asked && (
          <span className={styles.count}>
            {hits.length === 0 ? 'none' : `${Math.min(find.at, hits.length - 1) + 1} of ${hits.length}`}
          </span>
        )}
        <IconButton label="The one before" disabled={hits.length === 0} onClick={() => step(session, -1)}>
          <ArrowUp size={14} aria-hidden />
        </IconButton>
        <IconButton label="The next" disabled={hits.length === 0} onClick={() => step(session, 1)}>
          <ArrowDown size={14} aria-hidden />
        </IconButton>
        <button
          type="button"
          className={styles.only}
          aria-pressed={narrowed}
          disabled={!narrowed && hits.length === 0}
          onClick={() => narrow(session, !narrowed)}
        >
          Only these
        </button>
        <IconButton label="Close the search" onClick={closeFind}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      <output id="canvas-found" className={styles.found} aria-live="polite" hidden={!asked}>
        {findWords({ analysis }, hits, find)}
      </output>
    </search>
  );
}
