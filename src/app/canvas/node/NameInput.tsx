import { useRef, useState } from 'react';
import { canvasStore } from '../state/canvasState.ts';
import { focusCanvas } from '../state/focus.ts';
import styles from './NameInput.module.css';

interface NameInputProps {
  label: string;
  name: string;
  /** Why this cannot be the name, or null where it can. */
  refuse: (name: string) => string | null;
  /** Gives the name; false where that was refused, which the session has then told why. */
  onKeep: (name: string) => boolean;
}

/** A name being edited in its place. Enter and leaving keep it, Escape does not. */
export function NameInput({ label, name, refuse, onKeep }: NameInputProps) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const done = useRef(false);

  const close = () => {
    done.current = true;
    canvasStore.set({ renaming: null });
    focusCanvas();
  };
  const keep = (next: string) => {
    if (done.current) return;
    if (next === name) return close();
    const why = refuse(next);
    if (why !== null) return setRefusal(why);
    // Set before: what is renamed is another node, and this field loses the focus while it is taken away.
    done.current = true;
    if (onKeep(next)) return close();
    done.current = false;
    setRefusal('The files cannot take that name.');
  };

  return (
    <>
      <input
        className={`${styles.input} nodrag nopan nokey`}
        data-own-undo=""
        aria-label={label}
        aria-invalid={refusal !== null}
        aria-describedby={refusal === null ? undefined : 'name-refusal'}
        defaultValue={name}
        spellCheck={false}
        autoComplete="off"
        ref={(input) => {
          if (!input || document.activeElement === input) return;
          input.focus({ preventScroll: true });
          input.select();
        }}
        onChange={() => setRefusal(null)}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
        onMouseDown={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') keep(event.currentTarget.value.trim());
          if (event.key === 'Escape') close();
        }}
        onBlur={(event) => {
          const next = event.currentTarget.value.trim();
          if (refuse(next) === null) keep(next);
          else if (!done.current) canvasStore.set({ renaming: null });
        }}
      />
      {refusal !== null && (
        <span id="name-refusal" role="alert" className={styles.refusal}>
          {refusal}
        </span>
      )}
    </>
  );
}
