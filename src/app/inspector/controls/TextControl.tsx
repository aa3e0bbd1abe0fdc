import { useLayoutEffect, useRef, type ChangeEvent, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useLocked } from '../form/context.ts';
import { parseText } from '../model/parse.ts';
import { placeholderOf } from '../model/words.ts';
import { useTextDraft } from '../fields/useTextDraft.ts';
import { Message } from './Message.tsx';
import { stepNumber } from './stepNumber.ts';
import type { ControlProps } from './types.ts';
import styles from './input.module.css';

/** One line of text, a number or a length of time; grows to several lines when the text has them. */
export function TextControl({
  field,
  value,
  path,
  id,
  ariaLabel,
  labelledBy,
  describedBy,
  invalid,
  keep,
  whenEmpty,
}: ControlProps) {
  const locked = useLocked();
  const draft = useTextDraft({
    path,
    value,
    parse: (text) => parseText(field, text),
    keep,
    whenEmpty,
  });
  const messageId = `${id}-message`;
  const numeric = field.kind === 'integer' || field.kind === 'number';
  const lines = draft.text.split('\n').length;
  const many = !numeric && lines > 1;
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const refocus = useRef(false);

  // An input cannot hold line ends: text with some moves to a text area, and the keyboard with it.
  useLayoutEffect(() => {
    if (refocus.current) input.current?.focus();
    refocus.current = false;
  });

  const shared = {
    ref: input,
    id,
    value: draft.text,
    readOnly: locked,
    placeholder: placeholderOf(field),
    spellCheck: false,
    autoComplete: 'off',
    'aria-label': ariaLabel,
    'aria-labelledby': ariaLabel === undefined ? labelledBy : undefined,
    'aria-describedby': [describedBy, draft.message && messageId].filter(Boolean).join(' ') || undefined,
    'aria-invalid': invalid || draft.invalid || undefined,
    onChange: (event: ChangeEvent<HTMLInputElement & HTMLTextAreaElement>) =>
      draft.change(event.target.value),
    onBlur: () => draft.settle(),
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.key === 'Escape' && draft.cancel()) event.stopPropagation();
      else if (event.key === 'Enter' && !many) draft.settle();
      else if (
        numeric &&
        !locked &&
        (event.key === 'ArrowUp' || event.key === 'ArrowDown') &&
        !event.altKey
      ) {
        const next = stepNumber(field, draft.text, event.key === 'ArrowUp' ? 1 : -1);
        if (next !== null) draft.change(next);
        event.preventDefault();
      }
    },
  };

  return (
    <>
      {many ? (
        <textarea {...shared} className={styles.area} rows={Math.min(lines, 10)} />
      ) : (
        <input
          {...shared}
          className={styles.input}
          type="text"
          inputMode={field.kind === 'integer' ? 'numeric' : field.kind === 'number' ? 'decimal' : 'text'}
          onPaste={(event: ClipboardEvent<HTMLInputElement>) => {
            const pasted = event.clipboardData.getData('text');
            if (numeric || locked || !pasted.trimEnd().includes('\n')) return;
            event.preventDefault();
            const { selectionStart, selectionEnd } = event.currentTarget;
            refocus.current = true;
            draft.change(
              draft.text.slice(0, selectionStart ?? 0) + pasted + draft.text.slice(selectionEnd ?? undefined),
            );
          }}
        />
      )}
      <Message id={messageId} text={draft.message} />
    </>
  );
}
