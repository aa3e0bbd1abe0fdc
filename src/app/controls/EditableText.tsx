import { useEffect, useRef, useState } from 'react';
import styles from './EditableText.module.css';

interface EditableTextProps {
  /** What the text is, for those who do not see where it stands: `Name of the workspace`. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  className?: string | undefined;
}

/** A text that turns into a field when it is pressed. Enter or leaving keeps what was typed, Escape does not. */
export function EditableText({ label, value, onChange, className }: EditableTextProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const editing = draft !== null;
  const wasEditing = useRef(false);

  useEffect(() => {
    if (editing) {
      input.current?.focus();
      input.current?.select();
    } else if (wasEditing.current && document.activeElement === document.body) button.current?.focus();
    wasEditing.current = editing;
  }, [editing]);

  const keep = () => {
    const name = draft?.trim();
    setDraft(null);
    if (name && name !== value) onChange(name);
  };

  if (!editing) {
    return (
      <button
        ref={button}
        type="button"
        className={[styles.text, className].filter(Boolean).join(' ')}
        aria-label={`${label}: ${value}. Press to change`}
        onClick={() => setDraft(value)}
      >
        {value}
      </button>
    );
  }
  return (
    <input
      ref={input}
      className={[styles.field, className].filter(Boolean).join(' ')}
      data-own-undo
      aria-label={label}
      value={draft}
      maxLength={120}
      spellCheck={false}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') setDraft(null);
      }}
    />
  );
}
