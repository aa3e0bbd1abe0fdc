import { quoteOf, readFlow } from './flow.ts';
import { found, grow, NOTHING, type Reading } from './reading.ts';
import { endOfBlock, isBlockHeader, readScalar } from './scalars.ts';
import { skipBlanks, skipProperties } from './scan.ts';
import type { LooseEntry, LooseItem } from './tree.ts';

/** Reads what stands on a line from `from` on, and hangs it on its holder, whose key or dash stands at `column`. */
export function readValue(
  reading: Reading,
  from: number,
  lineEnd: number,
  holder: LooseEntry | LooseItem,
  column: number,
): void {
  const { text, caret } = reading;
  const start = skipProperties(text, skipBlanks(text, from));
  const character = text[start] ?? '';
  const here = caret >= from && caret <= lineEnd;
  if (start >= lineEnd || character === '#') {
    if (!here) return;
    const free = { kind: 'value', holder, from: caret, to: caret, quote: '', flow: false } as const;
    return found(reading, caret <= start ? free : NOTHING);
  }
  if (character === '{' || character === '[') {
    const flow = readFlow(text, start, holder, column, caret);
    holder.value = flow.node;
    reading.done = flow.end;
    grow(reading, flow.end);
    if (flow.caret || here) found(reading, flow.caret ?? NOTHING);
  } else if (isBlockHeader(text.slice(start, lineEnd))) {
    const end = endOfBlock(reading, lineEnd, column);
    holder.value = { kind: 'scalar', style: 'block', text: text.slice(start, end), from: start, to: end };
    reading.done = end;
    grow(reading, end);
    if (caret >= from && caret <= end) found(reading, NOTHING);
  } else readPlain(reading, from, start, lineEnd, holder);
}

function readPlain(
  reading: Reading,
  from: number,
  start: number,
  lineEnd: number,
  holder: LooseEntry | LooseItem,
): void {
  const { caret } = reading;
  const scalar = readScalar(reading.text, start, lineEnd);
  holder.value = scalar;
  reading.done = Math.max(reading.done, scalar.to);
  grow(reading, scalar.to);
  if (caret < from || caret > Math.max(lineEnd, scalar.to)) return;
  const { text } = reading;
  // Behind a comma one more word of the same value is to come.
  const reach = text[scalar.to - 1] === ',' ? skipBlanks(text, scalar.to) : scalar.to;
  const inside = caret >= scalar.from && caret <= reach;
  const { from: begin } = scalar;
  const to = inside ? Math.max(scalar.to, caret) : scalar.to;
  const value = { kind: 'value', holder, from: begin, to, quote: quoteOf(scalar), flow: false } as const;
  found(reading, inside ? value : NOTHING);
}
