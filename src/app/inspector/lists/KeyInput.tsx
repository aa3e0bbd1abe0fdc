import { useEffect, useId, useRef, useState } from 'react';
import { Message } from '../controls/Message.tsx';
import { useLocked } from '../form/context.ts';
import styles from '../controls/input.module.css';

interface KeyInputProps {
  /** Undefined for a key that is not written yet. */
  readonly name: string | undefined;
  readonly label: string;
  readonly taken: readonly string[];
  readonly onType: (text: string) => void;
  /** Gives the sentence that says why not, or null. */
  readonly onRename: (name: string) => string | null;
  readonly refused: string | null;
}

/** The key of a row. Renaming waits until the person is done, so that no half-typed key is ever written. */
export function KeyInput({ name, label, taken, onType, onRename, refused }: KeyInputProps) {
  const locked = useLocked();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const text = draft ?? name ?? '';
  const next = text.trim();
  const doubled = next !== name && taken.includes(next);
  const message = doubled
    ? `There is a key “${next}” already, so this is not written yet.`
    : (failed ?? refused);

  useEffect(() => {
    if (name === undefined) input.current?.focus();
    // Only a row that was just asked for takes the keyboard.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  function settle() {
    if (name === undefined || draft === null || doubled) return;
    if (next === '' || next === name) {
      setDraft(null);
      return;
    }
    const sentence = onRename(next);
    setFailed(sentence);
    if (sentence === null) setDraft(null);
  }

  return (
    <div>
      <input
        ref={input}
        className={styles.input}
        value={text}
        readOnly={locked}
        placeholder="key"
        spellCheck={false}
        autoComplete="off"
        aria-label={label}
        aria-invalid={message === null ? undefined : true}
        aria-describedby={message === null ? undefined : id}
        onChange={(event) => {
          setDraft(event.target.value);
          onType(event.target.value);
        }}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
          else if (event.key === 'Escape' && draft !== null) {
            setDraft(null);
            setFailed(null);
            onType('');
            event.stopPropagation();
          }
        }}
      />
      <Message id={id} text={message} />
    </div>
  );
}
