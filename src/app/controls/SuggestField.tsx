import { Autocomplete } from '@base-ui/react/autocomplete';
import { ChevronDown } from 'lucide-react';
import { useRef, useState, type ComponentProps, type KeyboardEvent } from 'react';
import list from './popupList.module.css';
import styles from './SuggestField.module.css';

/** Something to choose, and what it stands for. */
export interface Suggestion {
  readonly value: string;
  readonly note?: string;
}

interface SuggestFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'list'> {
  value: string;
  /** What may be meant; asked for when the list opens. */
  suggestions: () => readonly Suggestion[];
  /** A button at its end shows the list. */
  withOpener?: boolean;
  /** What was typed or `chosen` from the list. */
  onType: (value: string, chosen: boolean) => void;
  /** Enter, where it does not choose from the list. */
  onEnter: (event: KeyboardEvent) => void;
  /** Escape, where there is no list to close. */
  onEscape?: (event: KeyboardEvent) => void;
}

/** More than anybody reads. */
const MOST = 500;
const NONE: readonly Suggestion[] = [];

/** A line of text with a list of what may be meant; any other text is as good. */
export function SuggestField(props: SuggestFieldProps) {
  const { value, suggestions, withOpener = false, onType, onEnter, onEscape, readOnly, ...input } = props;
  const [known, setKnown] = useState(NONE);
  const [asked, setAsked] = useState(false);
  // What stands there already is no search: everything shows until something is typed.
  const [searching, setSearching] = useState(false);
  const highlighted = useRef(false);
  const words = value.trim().toLowerCase();
  const found = (searching ? known.filter((one) => one.value.toLowerCase().includes(words)) : known).slice(
    0,
    MOST,
  );
  const open = asked && found.length > 0 && !readOnly;
  const line = (
    <Autocomplete.Input
      spellCheck={false}
      autoComplete="off"
      readOnly={readOnly}
      {...input}
      onPaste={(event) => {
        input.onPaste?.(event);
        if (event.defaultPrevented) setAsked(false);
      }}
      onBlur={(event) => {
        input.onBlur?.(event);
        // A list that shows nothing for these words would open by itself when others stand here, with nobody in the field.
        if (!open) setAsked(false);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !open) onEscape?.(event);
        if (event.key !== 'Enter' || (open && highlighted.current)) return;
        setAsked(false);
        onEnter(event);
      }}
    />
  );
  return (
    <Autocomplete.Root
      items={found}
      mode="none"
      itemToStringValue={(item: Suggestion) => item.value}
      value={value}
      open={open}
      openOnInputClick
      readOnly={readOnly}
      onItemHighlighted={(item) => {
        highlighted.current = item !== undefined;
      }}
      onOpenChange={(next, details) => {
        setAsked(next);
        if (!next) return;
        setSearching(details.reason === 'input-change');
        setKnown(suggestions());
      }}
      onValueChange={(next, details) => {
        // Escape closes the list; the library would empty the input as well.
        if (details.reason === 'escape-key') return;
        setSearching(true);
        onType(next, details.reason === 'item-press');
      }}
    >
      {withOpener ? (
        <Autocomplete.InputGroup className={styles.combo}>
          {line}
          <Autocomplete.Trigger
            className={styles.opener}
            tabIndex={-1}
            aria-label="Show suggestions"
            disabled={readOnly}
          >
            <ChevronDown size={13} aria-hidden="true" />
          </Autocomplete.Trigger>
        </Autocomplete.InputGroup>
      ) : (
        line
      )}
      <Autocomplete.Portal>
        <Autocomplete.Positioner className={list.positioner} sideOffset={4}>
          <Autocomplete.Popup className={list.popup}>
            <Autocomplete.List className={list.list}>
              {(item: Suggestion) => (
                <Autocomplete.Item key={item.value} value={item} className={list.item}>
                  <span className={list.mono}>{item.value}</span>
                  {item.note && <span className={list.note}>{item.note}</span>}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}
