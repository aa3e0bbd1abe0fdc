import { readFlow } from './flow.ts';
import { enter, lastHolder } from './frames.ts';
import { found, grow, isOn, NOTHING, slotOn, type Line, type Reading } from './reading.ts';
import { readScalar } from './scalars.ts';
import { colonAfter, endOfQuoted, isBlank, skipBlanks, skipProperties, trimmed, unquoted } from './scan.ts';
import type { CaretPlace, LooseEntry, LooseMap } from './tree.ts';
import { readValue } from './value.ts';

/** Reads a line from its first character that is no blank and no dash; `dash`: one stands before it. */
export function readContent(reading: Reading, at: number, line: Line, dash: boolean): void {
  const { text } = reading;
  const start = skipProperties(text, at);
  if (start >= line.end || isBareValue(text, start, line.end))
    return readBareValue(reading, start, line, dash);
  const key = keyAt(text, start, line.end);
  if (key.colon < 0 && isContinuation(reading, start - line.start)) {
    if (isOn(reading, line)) found(reading, slotOn(reading, line, start));
    return;
  }
  readEntry(reading, start, line, dash, key);
}

/** A collection, a block scalar or an alias: what is no key. */
const isBareValue = (text: string, start: number, lineEnd: number): boolean =>
  /[{[|>]/.test(text[start] ?? '') || (text[start] === '*' && colonAfter(text, start, lineEnd, false) < 0);

function readBareValue(reading: Reading, start: number, line: Line, dash: boolean): void {
  const top = reading.frames.at(-1);
  const owner = dash && top ? lastHolder(top.node) : null;
  if (owner && owner.value === null) readValue(reading, start, line.end, owner, top?.column ?? 0);
  else if (!owner && reading.root.node === null && start < line.end) readRoot(reading, start);
}

/** The document is one collection in braces or brackets. */
function readRoot(reading: Reading, start: number): void {
  const { text, caret, root } = reading;
  if (text[start] !== '{' && text[start] !== '[') return;
  const flow = readFlow(text, start, null, -1, caret);
  root.node = flow.node;
  reading.done = flow.end;
  if (flow.caret) found(reading, flow.caret);
}

interface Key {
  readonly quoted: boolean;
  /** -1 while it is not typed. */
  readonly colon: number;
}

function keyAt(text: string, start: number, lineEnd: number): Key {
  const quoted = text[start] === '"' || text[start] === "'" ? endOfQuoted(text, start) : null;
  if (quoted === null) return { quoted: false, colon: colonAfter(text, start, lineEnd, false) };
  const after = skipBlanks(text, quoted);
  const ends = quoted <= lineEnd && text[after] === ':' && (after + 1 >= lineEnd || isBlank(text, after + 1));
  return { quoted: true, colon: ends ? after : -1 };
}

/** A deeper line without a colon after a value: more of that value. */
function isContinuation({ frames }: Reading, column: number): boolean {
  const top = frames.at(-1);
  if (!top || top.column >= column) return false;
  const last = lastHolder(top.node);
  return last?.kind === 'entry' && last.value?.kind === 'scalar';
}

function readEntry(reading: Reading, start: number, line: Line, dash: boolean, { quoted, colon }: Key): void {
  const { text, caret, frames, root } = reading;
  const column = start - line.start;
  // A word without a colon is taken out of the tree's way: where it stands is told from the lines before it.
  const onStray = colon < 0 && caret >= start && caret <= line.end;
  const slot = onStray && !dash ? slotOn(reading, line, start) : null;
  const map = enter(frames, column, false, start, root) as LooseMap;
  const keyTo = colon < 0 ? readScalar(text, start, line.end).to : trimmed(text, start, colon);
  const raw = text.slice(start, keyTo);
  const key = quoted ? unquoted(raw) : raw;
  const entry: LooseEntry = {
    kind: 'entry',
    key,
    from: start,
    keyTo,
    colon,
    column,
    map,
    value: null,
    to: keyTo,
  };
  map.entries.push(entry);
  grow(reading, colon < 0 ? keyTo : colon + 1);
  if (colon < 0) {
    reading.done = Math.max(reading.done, keyTo);
    if (onStray) found(reading, caret > keyTo ? NOTHING : (slot ?? keyPlace(entry, dash)));
    return;
  }
  if (caret >= start && caret <= keyTo) found(reading, keyPlace(entry, dash));
  else if (caret > keyTo && caret <= colon) found(reading, NOTHING);
  readValue(reading, colon + 1, line.end, entry, column);
}

const keyPlace = ({ map, from, keyTo, column, colon }: LooseEntry, dash: boolean): CaretPlace => ({
  kind: 'key',
  holder: map.holder,
  from,
  to: keyTo,
  column,
  colon: colon >= 0,
  flow: null,
  list: null,
  dash,
});
