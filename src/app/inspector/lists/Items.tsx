import { Plus } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { Field, ListField } from '../../../istio/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { useForm, useLocked } from '../form/context.ts';
import { child, pathKey, stepInto } from '../model/path.ts';
import { singular } from '../model/words.ts';
import { AddButton } from './AddButton.tsx';
import { Chunk, CHUNK } from './Chunk.tsx';
import { ItemCard } from './ItemCard.tsx';
import { useItemKeys } from './useItemKeys.ts';
import styles from './items.module.css';

interface ItemsProps {
  readonly field: Field;
  readonly value: YamlValue | undefined;
  readonly path: Path;
  readonly label: string;
  readonly keep: Path;
  /** The items share by weight, in a control of their own. */
  readonly weighted?: boolean;
}

const NONE: readonly YamlValue[] = [];

/** The cards of a list's items, and the way to one more. Long lists are drawn piece by piece as they come into view. */
export function Items({ field, value, path, label, keep, weighted = false }: ItemsProps) {
  const form = useForm();
  const locked = useLocked();
  const items = Array.isArray(value) ? value : NONE;
  const keys = useItemKeys(items);
  // Asked for by name and still empty: a card stands ready. It becomes the item when something is written in it.
  const [offeredAt, setOfferedAt] = useState<number | null>(() =>
    items.length === 0 && form.opened.get().has(pathKey(path)) ? 0 : null,
  );
  // One function for all cards, so that they can sleep.
  const withdraw = useCallback(() => setOfferedAt(null), []);
  const offered = offeredAt === items.length && !locked;
  const one = field.one ?? singular(label);
  const rows = offered ? [...items, undefined] : items;
  const chunks = Math.ceil(rows.length / CHUNK);

  const card = (item: YamlValue | undefined, index: number) => (
    <ItemCard
      key={keys[index]}
      field={(field as ListField).item}
      value={item}
      list={path}
      index={index}
      count={items.length}
      one={one}
      keep={keep}
      // One alone takes everything, whatever its weight.
      without={
        weighted && (items.length > 1 || stepInto(item, 'weight') === undefined) ? 'weight' : undefined
      }
      onGone={withdraw}
    />
  );

  return (
    <div className={styles.items}>
      {chunks <= 1
        ? rows.map(card)
        : Array.from({ length: chunks }, (_, chunk) => {
            const from = chunk * CHUNK;
            return (
              // A piece of the list is a place in it, whatever stands there.
              // oxlint-disable-next-line react/no-array-index-key
              <Chunk key={chunk} list={path} from={from} to={Math.min(from + CHUNK, rows.length)}>
                {() => rows.slice(from, from + CHUNK).map((item, index) => card(item, from + index))}
              </Chunk>
            );
          })}
      {!locked && !offered && (
        <AddButton
          onClick={() => {
            setOfferedAt(items.length);
            form.reveal(child(path, items.length), 'input');
          }}
        >
          <Plus size={11} aria-hidden="true" />
          {`Add ${one}`}
        </AddButton>
      )}
    </div>
  );
}
