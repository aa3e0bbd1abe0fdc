import { memo, useEffect, useId, useRef, useState, type DragEvent } from 'react';
import type { Field, ObjectField } from '../../../istio/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { FieldProblems } from '../form/FieldProblems.tsx';
import { useCell } from '../form/cell.ts';
import { useForm, useLocked } from '../form/context.ts';
import { useProblemsAt } from '../form/useProblems.ts';
import { ObjectBody } from '../fields/ObjectBody.tsx';
import { describeItem } from '../model/describe.ts';
import { child, isMap, isWithin, pathKey } from '../model/path.ts';
import { printValue } from '../model/plain.ts';
import { upperFirst } from '../model/words.ts';
import { CardHead } from './CardHead.tsx';
import { moveItem } from './moveItem.ts';
import styles from './items.module.css';

interface ItemCardProps {
  readonly field: Field;
  /** Undefined for an item that is offered and not written yet. */
  readonly value: YamlValue | undefined;
  readonly list: Path;
  readonly index: number;
  readonly count: number;
  readonly one: string;
  readonly keep: Path;
  /** A field that is drawn beside the card. */
  readonly without?: string | undefined;
  readonly onGone: () => void;
}

/** One item of a list: a line that says what it is, and its fields when it is open. */
export const ItemCard = memo(function ItemCard(props: ItemCardProps) {
  const { field, value, list, index, count, one, keep, without, onGone } = props;
  const form = useForm();
  const locked = useLocked();
  const id = useId();
  const path = child(list, index);
  const key = pathKey(path);
  const problems = useProblemsAt(path, { deep: value !== undefined && value !== null && !isMap(value) });
  const rowLabel = useCell(form.rowLabels, (labels) => labels.get(key));
  const [open, setOpen] = useState(
    () => asked() || (form.cards.get(key) ?? (value === undefined || count === 1)),
  );
  const [dropping, setDropping] = useState(false);
  const latest = useRef(path);
  latest.current = path;

  function asked(): boolean {
    const revealed = form.revealed.get()?.path;
    return revealed !== undefined && isWithin(revealed, path);
  }

  useEffect(
    () =>
      form.revealed.subscribe(() => {
        const revealed = form.revealed.get()?.path;
        if (revealed && isWithin(revealed, latest.current)) setOpen(true);
      }),
    [form],
  );

  // As cards stand when they were drawn last; they go with their items.
  useEffect(() => void (value !== undefined && form.cards.set(key, open)), [form, key, open, value]);

  const move = (to: number) => moveItem(form, list, index, to, count, 'handle');

  const drag = {
    draggable: !locked && value !== undefined && count > 1,
    onDragStart(event: DragEvent) {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData(dragType(list), String(index));
    },
  };
  const drop = {
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes(dragType(list))) return;
      event.preventDefault();
      setDropping(true);
    },
    onDragLeave: () => setDropping(false),
    onDrop(event: DragEvent) {
      setDropping(false);
      const from = Number.parseInt(event.dataTransfer.getData(dragType(list)), 10);
      if (Number.isNaN(from)) return;
      event.preventDefault();
      moveItem(form, list, from, index, count, 'handle');
    },
  };

  const words = rowLabel ?? describeItem(field, value);
  const title =
    value === undefined ? `New ${one}, not written yet` : words || `${upperFirst(one)} ${index + 1}`;
  return (
    <div className={dropping ? `${styles.card} ${styles.dropping}` : styles.card} data-path={key} {...drop}>
      <CardHead
        {...{ id, path, index, count, one, title, open, drag }}
        draft={value === undefined}
        onToggle={() => setOpen(!open)}
        onMove={move}
        onDuplicate={() => {
          if (value === undefined) return;
          const refused = form.duplicateItem(path);
          form.announcement.set(refused ?? `Duplicated as item ${index + 2}.`);
          if (refused === null) form.reveal(child(list, index + 1), 'handle');
        }}
        onRemove={() => {
          if (value === undefined) {
            form.close(path);
            onGone();
          } else form.removeItem(path, keep);
        }}
      />
      {open && (
        <div className={styles.inside} id={`${id}-inside`}>
          {value !== undefined && value !== null && !isMap(value) ? (
            <code className={styles.odd}>{printValue(value)}</code>
          ) : (
            <ObjectBody
              field={field as ObjectField}
              value={value}
              path={path}
              level="card"
              fieldBase={path}
              sectionBase={path}
              without={without}
            />
          )}
        </div>
      )}
      <div className={styles.problems}>
        <FieldProblems problems={problems} />
      </div>
    </div>
  );
});

/** Items only move within their own list. */
function dragType(list: Path): string {
  return `application/x-meshwright-item${pathKey(list).toLowerCase()}`;
}
