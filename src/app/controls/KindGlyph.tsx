import { colourOf, lookOf } from '../theme/kinds.ts';
import styles from './KindGlyph.module.css';

/** The coloured square with a kind's letter. Decoration: the kind also stands beside it in words. */
export function KindGlyph({ kind, size = 16 }: { kind: string; size?: number }) {
  return (
    <span
      aria-hidden="true"
      className={styles.glyph}
      style={{ width: size, height: size, background: colourOf(kind), fontSize: size * 0.58 }}
    >
      {lookOf(kind).glyph}
    </span>
  );
}
