import { readContent } from './content.ts';
import { enter } from './frames.ts';
import { found, grow, isOn, NOTHING, slotOn, type Line, type Reading } from './reading.ts';
import { isBlank, skipBlanks } from './scan.ts';
import type { CaretPlace, LooseItem, LooseList } from './tree.ts';

/** Reads one line into the tree, as far as it was not read already as part of a value before it. */
export function readLine(reading: Reading, line: Line): void {
  const { text, caret, done } = reading;
  const at = skipBlanks(text, Math.max(line.start, done));
  const here = isOn(reading, line);
  if (at >= line.end) {
    if (here && caret >= done) found(reading, slotOn(reading, line, caret));
  } else if (text[at] === '#') {
    if (here) found(reading, NOTHING);
  } else if (done > line.start) {
    // What follows a value of several lines on its last line: nothing that belongs anywhere.
    if (here && caret > done) found(reading, NOTHING);
  } else {
    const content = at === line.start ? afterMarker(reading, line) : at;
    if (content !== null) readItems(reading, content, line);
  }
}

/** Where the content of a line begins that may begin with `---`; null where nothing of the document follows. */
function afterMarker(reading: Reading, line: Line): number | null {
  const { text, caret } = reading;
  const directive = text[line.start] === '%';
  if (!directive && !/^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(line.start, line.start + 4)))
    return line.start;
  const after = skipBlanks(text, line.start + 3);
  if (isOn(reading, line) && (directive || after >= line.end || caret <= after)) found(reading, NOTHING);
  const ends = directive || text[line.start] === '.' || after >= line.end || text[after] === '#';
  return ends ? null : after;
}

/** Reads the dashes at `at`, each of which opens an item, and what follows the last. */
function readItems(reading: Reading, at: number, line: Line): void {
  const { text, caret } = reading;
  const here = isOn(reading, line);
  let dash = false;
  while (text[at] === '-' && (at + 1 >= line.end || isBlank(text, at + 1))) {
    const item = openItem(reading, at, line);
    dash = true;
    const after = skipBlanks(text, at + 1);
    if (after >= line.end || text[after] === '#') {
      const free = caret > at && (caret <= after || after >= line.end);
      if (here) found(reading, free ? dashPlace(item, caret, line) : NOTHING);
      return;
    }
    if (here && caret > at && caret < after) found(reading, NOTHING);
    at = after;
  }
  if (here && caret < at) found(reading, NOTHING);
  readContent(reading, at, line, dash);
}

function openItem(reading: Reading, at: number, line: Line): LooseItem {
  const list = enter(reading.frames, at - line.start, true, at, reading.root) as LooseList;
  const item: LooseItem = { kind: 'item', from: at, index: list.items.length, list, value: null, to: at + 1 };
  list.items.push(item);
  grow(reading, at + 1);
  return item;
}

/** Behind a dash that nothing follows. */
const dashPlace = (item: LooseItem, caret: number, line: Line): CaretPlace => ({
  kind: 'key',
  holder: item,
  from: caret,
  to: caret,
  column: Math.max(caret - line.start, item.list.column + 2),
  colon: false,
  flow: null,
  list: null,
  dash: true,
});
