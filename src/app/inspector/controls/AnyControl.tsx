import { useLocked } from '../form/context.ts';
import { useTextDraft } from '../fields/useTextDraft.ts';
import { Message } from './Message.tsx';
import { parseValue, printValue } from '../model/plain.ts';
import type { ControlProps } from './types.ts';
import styles from './input.module.css';

/** Whatever the schema does not look into, as a piece of text. */
export function AnyControl({
  value,
  path,
  id,
  ariaLabel,
  describedBy,
  invalid,
  keep,
  whenEmpty,
}: ControlProps) {
  const locked = useLocked();
  const printed = value === undefined ? undefined : printValue(value);
  const draft = useTextDraft({
    path,
    value: printed,
    parse: parseValue,
    keep,
    whenEmpty,
    comesBack: printValue,
  });
  const messageId = `${id}-message`;
  return (
    <>
      <textarea
        id={id}
        className={styles.area}
        rows={Math.min(draft.text.split('\n').length, 10)}
        value={draft.text}
        readOnly={locked}
        spellCheck={false}
        aria-label={ariaLabel}
        aria-describedby={[describedBy, draft.message && messageId].filter(Boolean).join(' ') || undefined}
        aria-invalid={invalid || draft.invalid || undefined}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={() => draft.settle()}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && draft.cancel()) event.stopPropagation();
        }}
      />
      <Message id={messageId} text={draft.message} />
    </>
  );
}
