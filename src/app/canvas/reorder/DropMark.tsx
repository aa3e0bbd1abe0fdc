import type { NodeShape } from '../../../topology/index.ts';
import styles from './DropMark.module.css';

/** Where a dragged rule would go: a line before the row of this index, or after the last. */
export function DropMark({ shape, before }: { shape: NodeShape; before: number }) {
  const { rows, arrangement } = shape;
  const next = rows[before];
  const last = rows.at(-1);
  if (!last) return null;
  const across = arrangement === 'cells';
  const x = across ? (next?.x ?? last.x + last.width) : last.x;
  const y = across ? last.y : (next?.y ?? last.y + last.height);
  return (
    <span
      aria-hidden="true"
      className={styles.mark}
      data-drop-mark=""
      style={
        across
          ? { left: x - 1, top: y, height: last.height, width: 3 }
          : { left: x, top: y - 1, width: last.width, height: 3 }
      }
    />
  );
}
