import type { LineHit } from '../../../text/index.ts';

/** A part of a line as a list shows it. */
export interface LinePart {
  /** Where it begins in the line. */
  readonly from: number;
  readonly text: string;
  /** It is what was looked for. */
  readonly found: boolean;
}

/** So much of a line stands before what was found: the list is narrow. */
const BEFORE = 48;
const MOST = 300;

/** A line in parts, without its indentation; of a long one what stands around the first place. */
export function partsOf({ text, spans }: Pick<LineHit, 'text' | 'spans'>): readonly LinePart[] {
  const first = spans[0]?.from ?? 0;
  const indent = Math.min(text.length - text.trimStart().length, first);
  const start = first - indent > BEFORE ? first - BEFORE : indent;
  const end = Math.min(text.length, start + MOST);
  const parts: LinePart[] = [];
  let at = start;
  const add = (to: number, found: boolean): void => {
    if (to > at) parts.push({ from: at, text: text.slice(at, to), found });
    at = Math.max(at, to);
  };
  for (const { from, to } of spans) {
    add(Math.min(from, end), false);
    add(Math.min(to, end), true);
  }
  add(end, false);
  const cut = (part: LinePart, index: number): string =>
    (index === 0 && start > indent ? '…' : '') +
    part.text +
    (index === parts.length - 1 && end < text.length ? '…' : '');
  return parts.map((part, index) => ({ ...part, text: cut(part, index) }));
}
