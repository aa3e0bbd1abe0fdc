import type { TextEdit } from '../../text/index.ts';
import { skipBlanks, type LooseEntry, type LooseItem, type LooseNode } from '../loose/index.ts';

/** Says that the text from one offset to another should be these blanks. What is not blank there is left alone. */
export type Blanks = (from: number, to: number, blanks: string) => void;

export function blanksInto(text: string, edits: TextEdit[], isSelected: (offset: number) => boolean): Blanks {
  return (from, to, blanks) => {
    const now = text.slice(from, to);
    if (now === blanks || /[^ \t]/.test(now) || !isSelected(from)) return;
    edits.push({ from, to, insert: blanks });
  };
}

/** One blank behind colons and commas, none before them; behind dashes as many as are wanted. */
export function tidyBlanks(
  text: string,
  root: LooseNode | null,
  gaps: ReadonlyMap<number, number>,
  set: Blanks,
): void {
  const open: LooseNode[] = root ? [root] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'scalar') continue;
    for (const holder of node.kind === 'map' ? node.entries : node.items) {
      if (holder.kind === 'entry') tidyColon(text, holder, set);
      else if (!node.flow) tidyDash(text, holder, gaps.get(holder.from), set);
      if (node.flow) tidyComma(text, holder, set);
      if (holder.value) open.push(holder.value);
    }
  }
}

function tidyColon(text: string, { keyTo, colon, value }: LooseEntry, set: Blanks): void {
  if (colon < 0) return;
  set(keyTo, colon, '');
  const after = skipBlanks(text, colon + 1);
  const follows = value !== null && value.from >= after && !/[#\r\n]/.test(text[after] ?? '\n');
  if (follows) set(colon + 1, after, ' ');
}

function tidyDash(text: string, { from, value }: LooseItem, gap: number | undefined, set: Blanks): void {
  if (gap === undefined || value === null) return;
  set(from + 1, skipBlanks(text, from + 1), ' '.repeat(gap));
}

function tidyComma(text: string, holder: LooseEntry | LooseItem, set: Blanks): void {
  const end = Math.max(holder.to, holder.value?.to ?? 0);
  const comma = skipBlanks(text, end);
  if (text[comma] !== ',') return;
  set(end, comma, '');
  const after = skipBlanks(text, comma + 1);
  if (!/[#\r\n]/.test(text[after] ?? '\n')) set(comma + 1, after, ' ');
}
