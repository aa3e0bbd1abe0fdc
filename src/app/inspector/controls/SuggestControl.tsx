import { Autocomplete } from '@base-ui/react/autocomplete';
import { ChevronDown } from 'lucide-react';
import { useRef, useState } from 'react';
import { useSession } from '../../session.tsx';
import { useForm, useLocked } from '../form/context.ts';
import { parseText } from '../model/parse.ts';
import { suggestionsFor, type Suggestion } from '../model/suggest.ts';
import { placeholderOf } from '../model/words.ts';
import { useTextDraft } from '../fields/useTextDraft.ts';
import { Message } from './Message.tsx';
import type { ControlProps } from './types.ts';
import input from './input.module.css';
import styles from './options.module.css';

const NOTHING: readonly Suggestion[] = [];

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
  const [suggestions, setSuggestions] = useState(NOTHING);
  const [asked, setAsked] = useState(false);
  // What stands there already is no search: everything shows until something is typed.
  const [searching, setSearching] = useState(false);
  const highlighted = useRef(false);
  const draft = useTextDraft({ path, value, parse: (text) => parseText(field, text), keep, whenEmpty });
  const messageId = `${id}-message`;

  const found = searching ? suggestions.filter((item) => matches(item, draft.text)) : suggestions;
  const open = asked && found.length > 0 && !locked;

  return (
    <>
      <Autocomplete.Root
        items={found}
        mode="none"
        itemToStringValue={(item: Suggestion) => item.value}
        value={draft.text}
        open={open}
        openOnInputClick
        readOnly={locked}
        onItemHighlighted={(item) => {
          highlighted.current = item !== undefined;
        }}
        onOpenChange={(next, details) => {
          setAsked(next);
          if (!next) return;
          setSearching(details.reason === 'input-change');
          setSuggestions(suggestionsFor(session.getState().analysis.mesh, form.resource(), field, path));
        }}
        onValueChange={(next, details) => {
          // Escape takes back what was typed (see below); the library would empty the input.
          if (details.reason === 'escape-key') return;
          setSearching(true);
          draft.change(next);
          if (details.reason === 'item-press') draft.settle();
        }}
      >
        <Autocomplete.InputGroup className={styles.combo}>
          <Autocomplete.Input
            id={id}
            className={input.input}
            readOnly={locked}
            placeholder={placeholderOf(field)}
            spellCheck={false}
            autoComplete="off"
            aria-label={ariaLabel}
            aria-describedby={
              [describedBy, draft.message && messageId].filter(Boolean).join(' ') || undefined
            }
            aria-invalid={invalid || draft.invalid || undefined}
            onBlur={() => draft.settle()}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && !open && draft.cancel()) event.stopPropagation();
              else if (event.key === 'Enter' && !(open && highlighted.current)) {
                setAsked(false);
                draft.settle();
              }
            }}
          />
          <Autocomplete.Trigger
            className={styles.opener}
            tabIndex={-1}
            aria-label="Show suggestions"
            disabled={locked}
          >
            <ChevronDown size={13} aria-hidden="true" />
          </Autocomplete.Trigger>
        </Autocomplete.InputGroup>
        <Autocomplete.Portal>
          <Autocomplete.Positioner className={styles.positioner} sideOffset={4}>
            <Autocomplete.Popup className={styles.popup}>
              <Autocomplete.List className={styles.list}>
                {(item: Suggestion) => (
                  <Autocomplete.Item key={item.value} value={item} className={styles.item}>
                    <span className={styles.mono}>{item.value}</span>
                    {item.note && <span className={styles.note}>{item.note}</span>}
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Popup>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      </Autocomplete.Root>
      <Message id={messageId} text={draft.message} />
    </>
  );
}

function matches(item: Suggestion, query: string): boolean {
  return item.value.toLowerCase().includes(query.trim().toLowerCase());
}
