import { lookOf } from '../../topology/index.ts';
import { colourOf } from '../theme/kinds.ts';
import styles from './KindGlyph.module.css';

interface KindGlyphProps {
  kind: string;
  size?: number;
  /** The kind's own where none is given. */
  colour?: string;
}

/** The coloured square with a kind's letter. Decoration: the kind also stands beside it in words. */
export function KindGlyph({ kind, size = 16, colour = colourOf(kind) }: KindGlyphProps) {
  return (
    <span
      aria-hidden="true"
      className={styles.glyph}
      style={{ width: size, height: size, background: colour, fontSize: size * 0.58 }}
    >
      {lookOf(kind).glyph}
    </span>
  );
}
