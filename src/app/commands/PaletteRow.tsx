import { FileText } from 'lucide-react';
import { KindGlyph } from '../controls/index.ts';
import type { PaletteItem } from './paletteItems.ts';
import styles from './Palette.module.css';

/** A line of the palette: its sign, its title with the letters that were found, and what it is. */
export function PaletteRow({ item }: { item: PaletteItem }) {
  const { title, at, sign, detail, keys } = item;
  return (
    <>
      <span className={styles.sign} aria-hidden="true">
        {sign === 'file' ? (
          <FileText size={14} />
        ) : sign === 'command' ? null : (
          <KindGlyph kind={sign} size={14} />
        )}
      </span>
      <span className={styles.title}>
        <Marked text={title} at={at} />
      </span>
      <span className={styles.detail}>{detail}</span>
      {keys && <kbd className={styles.keys}>{keys}</kbd>}
    </>
  );
}

/** The text with the letters that were found in bold. */
function Marked({ text, at }: { text: string; at: readonly number[] }) {
  if (at.length === 0) return text;
  const hit = new Set(at);
  const pieces: { text: string; hit: boolean; from: number }[] = [];
  for (let index = 0; index < text.length; index++) {
    const last = pieces.at(-1);
    if (last && last.hit === hit.has(index)) last.text += text[index];
    else pieces.push({ text: text[index]!, hit: hit.has(index), from: index });
  }
  return pieces.map((piece) => (piece.hit ? <b key={piece.from}>{piece.text}</b> : piece.text));
}
