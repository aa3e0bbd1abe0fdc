import { SuggestField } from '../../controls/SuggestField.tsx';
import { useSession } from '../../session.tsx';
import { useForm, useLocked } from '../form/context.ts';
import { parseText } from '../model/parse.ts';
import { suggestionsFor } from '../model/suggest.ts';
import { placeholderOf } from '../model/words.ts';
import { useTextDraft } from '../fields/useTextDraft.ts';
import { Message } from './Message.tsx';
import type { ControlProps } from './types.ts';
import input from './input.module.css';

/** Text with names from the workspace to choose from; any other text is as good. */
export function SuggestControl({
  field,
  value,
  path,
  id,
  ariaLabel,
  describedBy,
  invalid,
  keep,
  whenEmpty,
}: ControlProps) {
  const form = useForm();
  const session = useSession();
  const locked = useLocked();
  const draft = useTextDraft({ path, value, parse: (text) => parseText(field, text), keep, whenEmpty });
  const messageId = `${id}-message`;
  return (
    <>
      <SuggestField
        id={id}
        className={input.input}
        withOpener
        readOnly={locked}
        placeholder={placeholderOf(field)}
        aria-label={ariaLabel}
        aria-describedby={[describedBy, draft.message && messageId].filter(Boolean).join(' ') || undefined}
        aria-invalid={invalid || draft.invalid || undefined}
        value={draft.text}
        suggestions={() => suggestionsFor(session.getState().analysis.mesh, form.resource(), field, path)}
        onType={(next, chosen) => {
          draft.change(next);
          if (chosen) draft.settle();
        }}
        onEnter={() => draft.settle()}
        onEscape={(event) => {
          // It takes back what was typed.
          if (draft.cancel()) event.stopPropagation();
        }}
        onBlur={() => draft.settle()}
      />
      <Message id={messageId} text={draft.message} />
    </>
  );
}
