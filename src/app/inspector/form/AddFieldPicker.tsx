import { Combobox } from '@base-ui/react/combobox';
import { useLayoutEffect, useMemo, useState } from 'react';
import type { YamlMap } from '../../../yaml/index.ts';
import { keepTyping, takeTyped } from '../../commands/typedAhead.ts';
import { useSession } from '../../session.tsx';
import { absentFields, drawnAt, searchFields, type AbsentField } from '../model/absent.ts';
import { needWords } from '../model/words.ts';
import { pathKey, ROOT } from '../model/path.ts';
import { useCell } from './cell.ts';
import { useForm, type PickerPlace } from './context.ts';
import { useTargetVersion } from './useTargetVersion.ts';
import styles from './picker.module.css';

/** More than anyone reads: the rest is found by typing. */
const SHOWN = 80;

/** The search over all fields that are not written. Choosing one shows its input; nothing is written until something is typed. */
export function AddFieldPicker({ value }: { value: YamlMap }) {
  const place = useCell(useForm().picker, (picker) => picker);
  return place && <Picker key={pathKey(place.within)} place={place} value={value} />;
}

function Picker({ place, value }: { place: PickerPlace; value: YamlMap }) {
  const form = useForm();
  const session = useSession();
  const version = useTargetVersion();
  const [query, setQuery] = useState('');
  const all = useMemo(() => {
    const near = session.getState().selection?.path ?? ROOT;
    return absentFields(form.schema, value, place.within, near, version);
  }, [form, session, value, place, version]);
  const found = useMemo(() => searchFields(all, query), [all, query]);

  const close = () => form.picker.set(null);
  const choose = (item: AbsentField) => {
    close();
    const path = drawnAt(item.field, item.path);
    form.open(path);
    form.reveal(path, 'input');
  };

  // The list takes the keyboard a frame or more after it was asked for: letters typed until then are meant for it.
  useLayoutEffect(() => {
    keepTyping();
    return () => void takeTyped();
  }, []);
  const takeOver = () => {
    const { text, chosen } = takeTyped();
    const typed = query + text;
    setQuery(typed);
    const [first] = chosen ? searchFields(all, typed) : [];
    if (first) choose(first);
  };

  return (
    <Combobox.Root
      items={all}
      filteredItems={found.slice(0, SHOWN)}
      itemToStringLabel={(item: AbsentField) => item.text}
      open
      autoHighlight
      value={null}
      inputValue={query}
      onInputValueChange={(next, details) => {
        if (details.reason !== 'item-press') setQuery(next);
      }}
      onOpenChange={(open) => {
        if (!open) close();
      }}
      onValueChange={(item: AbsentField | null) => {
        if (item) choose(item);
      }}
    >
      <Combobox.Portal>
        <Combobox.Positioner
          className={styles.positioner}
          anchor={place.anchor}
          positionMethod="fixed"
          side="top"
          align="end"
          sideOffset={4}
          collisionAvoidance={{ side: 'shift', align: 'shift' }}
        >
          <Combobox.Popup className={styles.popup} aria-label="Add a field" finalFocus={false}>
            <Combobox.Input
              className={styles.input}
              placeholder="Search all fields…"
              aria-label="Search all fields"
              onFocus={takeOver}
            />
            <Combobox.Empty className={styles.empty}>
              {all.length === 0 ? 'Every field is there already.' : 'No field has these words.'}
            </Combobox.Empty>
            <Combobox.List className={styles.list}>
              {(item: AbsentField) => (
                <Combobox.Item key={item.text} value={item} className={styles.item}>
                  <span className={styles.title}>
                    {item.title}
                    {item.field.deprecated !== undefined && <span className={styles.old}> old</span>}
                  </span>
                  <code className={styles.path}>{item.text}</code>
                  {item.unmet && <span className={styles.unmet}>Only with {needWords(item.unmet)}</span>}
                  {item.summary && <span className={styles.summary}>{item.summary}</span>}
                </Combobox.Item>
              )}
            </Combobox.List>
            {found.length > SHOWN && (
              <p className={styles.more}>{found.length - SHOWN} more: type to find them.</p>
            )}
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
