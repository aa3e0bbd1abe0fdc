import { readLine } from './line.ts';
import { found, isOn, NOTHING, startReading } from './reading.ts';
import { endOfLine, nextLine } from './scan.ts';
import type { CaretPlace, LooseDocument, LooseEntry, LooseNode, LooseScalar } from './tree.ts';

/**
 * Reads one document, whole or broken, in one pass over its lines; never fails. `caret` is an offset in `text` (-1: none),
 * and the answer says what stands there.
 */
export function readLoosely(text: string, caret = -1): LooseDocument {
  const reading = startReading(text, caret);
  const first = text.startsWith('\uFEFF') ? 1 : 0;
  for (let start = first; start <= text.length;) {
    const line = { start, end: endOfLine(text, start) };
    if (line.end >= reading.done) readLine(reading, line);
    else if (isOn(reading, line)) found(reading, NOTHING);
    start = nextLine(text, line.end);
  }
  const root = reading.root.node;
  plainItems(root);
  return { root, caret: onOneLine(text, reading.place) };
}

/** Nothing is offered inside a text of several lines. */
function onOneLine(text: string, place: CaretPlace | null): CaretPlace {
  if (place === null || place.kind === 'nothing') return NOTHING;
  return /[\r\n]/.test(text.slice(place.from, place.to)) ? NOTHING : place;
}

/** `- word` was read as a map with a key that lacks its colon; now that no colon came, it is a plain value. */
function plainItems(root: LooseNode | null): void {
  const open: LooseNode[] = root ? [root] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'scalar') continue;
    for (const holder of node.kind === 'map' ? node.entries : node.items) {
      const { value } = holder;
      const only =
        value?.kind === 'map' && !value.flow && value.entries.length === 1 ? value.entries[0] : undefined;
      if (only && only.colon < 0 && only.value === null)
        holder.value = {
          kind: 'scalar',
          style: styleOf(only),
          text: only.key,
          from: only.from,
          to: only.keyTo,
        };
      else if (value) open.push(value);
    }
  }
}

const styleOf = ({ key, from, keyTo }: LooseEntry): LooseScalar['style'] =>
  keyTo - from === key.length ? 'plain' : 'double';
