import { useState } from 'react';
import type { Operation } from '../../../operations/index.ts';
import { useForm, useLocked } from '../form/context.ts';
import { textOf } from '../fields/useTextDraft.ts';
import { Message } from './Message.tsx';
import type { ControlProps } from './types.ts';
import styles from './input.module.css';

interface NameControlProps extends ControlProps {
  /** The operation that gives the new name, here and wherever the old one is referred to. */
  readonly rename: (name: string) => Operation;
}

/** Renames when the person is done: a half-typed name would be one that nothing refers to. */
export function NameControl({ value, id, ariaLabel, describedBy, invalid, rename }: NameControlProps) {
  const form = useForm();
  const locked = useLocked();
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const written = textOf(value);
  const messageId = `${id}-message`;

  function settle() {
    const name = draft?.trim();
    if (name === undefined) return;
    if (name === '' || name === written) {
      setDraft(null);
      return;
    }
    const sentence = form.operate(rename(name));
    setRefused(sentence);
    if (sentence === null) {
      setDraft(null);
      form.announcement.set(`Renamed to ${name}.`);
    }
  }

  return (
    <>
      <input
        id={id}
        className={styles.input}
        value={draft ?? written}
        readOnly={locked}
        spellCheck={false}
        autoComplete="off"
        aria-label={ariaLabel}
        aria-describedby={[describedBy, refused && messageId].filter(Boolean).join(' ') || undefined}
        aria-invalid={invalid || refused !== null || undefined}
        onChange={(event) => {
          setDraft(event.target.value);
          setRefused(null);
        }}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
          else if (event.key === 'Escape' && draft !== null) {
            setDraft(null);
            setRefused(null);
            event.stopPropagation();
          }
        }}
      />
      <Message id={messageId} text={refused} />
    </>
  );
}
