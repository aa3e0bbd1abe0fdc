import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import type { ListField } from '../../../istio/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';
import { useForm, useLocked } from '../form/context.ts';
import { FieldFrame } from '../fields/FieldFrame.tsx';
import type { FieldViewProps } from '../fields/renderer.ts';
import { child, pathKey } from '../model/path.ts';
import { singular } from '../model/words.ts';
import { AddButton } from './AddButton.tsx';
import { useItemKeys } from './useItemKeys.ts';
import { ValueRow } from './ValueRow.tsx';
import styles from './rows.module.css';

const NONE: readonly YamlValue[] = [];

/** A list of texts, numbers or matches: a row each, and an empty one when one more is wanted. */
export function ValueRows(props: FieldViewProps) {
  const { field, value, path, label, fieldBase, keep, outer, unmet } = props;
  const form = useForm();
  const locked = useLocked();
  const id = useId();
  const items = Array.isArray(value) ? value : NONE;
  const keys = useItemKeys(items);
  // Asked for by name and still empty: a row stands ready.
  const [adding, setAdding] = useState(() => items.length === 0 && form.opened.get().has(pathKey(path)));
  const one = field.one ?? singular(label);
  // The empty row becomes the written one as soon as something is typed, and is not offered again by itself.
  const [offeredAt, setOfferedAt] = useState(items.length);
  const offered = adding && offeredAt === items.length;
  const rows = offered ? items.length + 1 : items.length;

  const offer = () => {
    setAdding(true);
    setOfferedAt(items.length);
    form.reveal(child(path, items.length), 'input');
  };

  return (
    <FieldFrame
      {...{ field, value, path, label, keep, outer, unmet, id }}
      base={fieldBase}
      bound={false}
      deep={false}
    >
      {({ describedBy }) => (
        <fieldset className={styles.rows} aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
          {Array.from({ length: rows }, (_, index) => (
            <ValueRow
              key={keys[index]}
              field={(field as ListField).item}
              value={items[index]}
              list={path}
              index={index}
              count={items.length}
              label={`${label}, ${index + 1} of ${rows}`}
              one={one}
              placeholder={field.default}
              keep={keep}
              onNext={offer}
              onGone={() => setAdding(false)}
            />
          ))}
          {!locked && !offered && (
            <AddButton onClick={offer}>
              <Plus size={11} aria-hidden="true" />
              {`Add ${one}`}
              {rows === 0 && field.default !== undefined && (
                <span className={styles.default}>default {field.default}</span>
              )}
            </AddButton>
          )}
        </fieldset>
      )}
    </FieldFrame>
  );
}
