import { readFlow, quoteOf } from './flow.ts';
import { enter, lastHolder, type Frame } from './frames.ts';
import { slotAt } from './slot.ts';
import {
  colonAfter,
  endOfContent,
  endOfLine,
  endOfQuoted,
  isBlank,
  nextLine,
  skipBlanks,
  skipProperties,
  trimmed,
  unquoted,
} from './scan.ts';
import type {
  CaretPlace,
  LooseDocument,
  LooseEntry,
  LooseItem,
  LooseList,
  LooseMap,
  LooseNode,
  LooseScalar,
} from './tree.ts';

/**
 * Reads one document, whole or broken, in one pass over its lines; never fails. `caret` is an offset in `text` (-1: none),
 * and the answer says what stands there.
 */
export function readLoosely(text: string, caret = -1): LooseDocument {
  const root: { node: LooseNode | null } = { node: null };
  const frames: Frame[] = [];
  let place: CaretPlace | null = null;
  /** The offset up to which a value of several lines was read. */
  let done = 0;

  const grow = (to: number) => {
    for (const { node } of frames) {
      node.to = to;
      const holder = lastHolder(node);
      if (holder) holder.to = to;
    }
  };

  const found = (what: CaretPlace) => (place ??= what);

  /** Reads the value that starts at `at` on a line and hangs it up; returns where reading goes on. */
  const readValue = (
    at: number,
    lineEnd: number,
    holder: LooseEntry | LooseItem,
    column: number,
    from: number,
  ): void => {
    const start = skipProperties(text, skipBlanks(text, at));
    const character = text[start] ?? '';
    const here = caret >= from && caret <= lineEnd;
    const empty = start >= lineEnd || (character === '#' && start > from - 1);
    if (empty) {
      if (here && caret <= start)
        found({ kind: 'value', holder, from: caret, to: caret, quote: '', flow: false });
      else if (here) found({ kind: 'nothing' });
      return;
    }
    if (character === '{' || character === '[') {
      const flow = readFlow(text, start, holder, column, caret);
      holder.value = flow.node;
      done = flow.end;
      grow(flow.end);
      if (flow.caret) found(flow.caret);
      else if (here) found({ kind: 'nothing' });
      return;
    }
    if (
      (character === '|' || character === '>') &&
      /^[|>][-+0-9]*\s*(#.*)?$/.test(text.slice(start, lineEnd))
    ) {
      const end = endOfBlock(lineEnd, column);
      holder.value = { kind: 'scalar', style: 'block', text: text.slice(start, end), from: start, to: end };
      if (caret >= from && caret <= end) found({ kind: 'nothing' });
      done = end;
      grow(end);
      return;
    }
    const scalar = readScalar(start, lineEnd);
    holder.value = scalar;
    done = Math.max(done, scalar.to);
    grow(scalar.to);
    if (caret < from || caret > Math.max(lineEnd, scalar.to)) return;
    if (caret >= scalar.from && caret <= scalar.to)
      found({ kind: 'value', holder, from: scalar.from, to: scalar.to, quote: quoteOf(scalar), flow: false });
    else found({ kind: 'nothing' });
  };

  const readScalar = (from: number, lineEnd: number): LooseScalar => {
    const quote = text[from];
    if (quote === '"' || quote === "'") {
      const closed = endOfQuoted(text, from);
      // A quote left open must not swallow the lines after it.
      const to =
        closed !== null && (closed <= lineEnd || continues(from, closed))
          ? closed
          : trimmed(text, from, lineEnd);
      return {
        kind: 'scalar',
        style: quote === '"' ? 'double' : 'single',
        text: unquoted(text.slice(from, to)),
        from,
        to,
      };
    }
    const to = endOfContent(text, from, lineEnd);
    return { kind: 'scalar', style: quote === '*' ? 'alias' : 'plain', text: text.slice(from, to), from, to };
  };

  /** Whether the lines of a quoted text look like text, not like keys that an open quote ran over. */
  const continues = (from: number, to: number): boolean =>
    !/[\r\n]\s*(?:-\s+)*[\w.-]+:(?:\s|$)/.test(text.slice(from, to));

  /** The end of a block scalar whose header stands on the line that ends at `lineEnd`; its text stands deeper than `column`. */
  const endOfBlock = (lineEnd: number, column: number): number => {
    let end = lineEnd;
    for (let at = nextLine(text, lineEnd); at < text.length;) {
      const stop = endOfLine(text, at);
      const content = skipBlanks(text, at);
      if (content < stop && content - at <= column) break;
      if (content < stop) end = stop;
      // A caret on an empty line deeper than the key is in the text.
      else if (caret >= at && caret <= stop && caret - at > column) end = stop;
      at = nextLine(text, stop);
    }
    return end;
  };

  const keyPlace = (entry: LooseEntry, dash: boolean): CaretPlace => ({
    kind: 'key',
    holder: entry.map.holder,
    from: entry.from,
    to: entry.keyTo,
    column: entry.column,
    colon: entry.colon >= 0,
    flow: null,
    list: null,
    dash,
  });

  const readContent = (at: number, lineStart: number, lineEnd: number, dash: boolean): void => {
    const start = skipProperties(text, at);
    const column = start - lineStart;
    const holder = frames.at(-1)?.node;
    if (
      start >= lineEnd ||
      /[{[|>]/.test(text[start] ?? '') ||
      (text[start] === '*' && colonAfter(text, start, lineEnd, false) < 0)
    ) {
      const owner = dash && holder ? lastHolder(holder) : null;
      if (owner && owner.value === null) readValue(start, lineEnd, owner, frames.at(-1)?.column ?? 0, start);
      else if (!owner && root.node === null && start < lineEnd) readRoot(start);
      return;
    }
    const quoted = text[start] === '"' || text[start] === "'" ? endOfQuoted(text, start) : null;
    let colon = quoted === null ? colonAfter(text, start, lineEnd, false) : -1;
    if (quoted !== null && quoted <= lineEnd) {
      const after = skipBlanks(text, quoted);
      if (text[after] === ':' && (after + 1 >= lineEnd || isBlank(text, after + 1))) colon = after;
    }
    if (colon < 0 && isContinuation(column)) {
      if (caret >= lineStart && caret <= lineEnd)
        found(slotAt(frames, root.node, text, lineStart, start, caret, lineEnd));
      return;
    }
    // A word without a colon is taken out of the tree's way: where it stands is told from the lines before it.
    const onStray = colon < 0 && caret >= start && caret <= lineEnd;
    const slot = onStray && !dash ? slotAt(frames, root.node, text, lineStart, start, caret, lineEnd) : null;
    const map = enter(frames, column, false, start, root) as LooseMap;
    const keyTo = colon < 0 ? readScalar(start, lineEnd).to : trimmed(text, start, colon);
    const raw = text.slice(start, keyTo);
    const key = quoted === null ? raw : unquoted(raw);
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
    grow(colon < 0 ? keyTo : colon + 1);
    if (colon < 0) {
      done = Math.max(done, keyTo);
      if (onStray) found(caret > keyTo ? { kind: 'nothing' } : (slot ?? keyPlace(entry, dash)));
      return;
    }
    if (caret >= start && caret <= keyTo) found(keyPlace(entry, dash));
    else if (caret > keyTo && caret <= colon) found({ kind: 'nothing' });
    readValue(colon + 1, lineEnd, entry, column, colon + 1);
  };

  /** A deeper line without a colon after a value: more of that value. */
  const isContinuation = (column: number): boolean => {
    const top = frames.at(-1);
    if (!top || top.column >= column) return false;
    const last = lastHolder(top.node);
    return last?.kind === 'entry' && last.value?.kind === 'scalar';
  };

  const readRoot = (start: number): void => {
    if (text[start] !== '{' && text[start] !== '[') return;
    const flow = readFlow(text, start, null, -1, caret);
    root.node = flow.node;
    done = flow.end;
    if (flow.caret) found(flow.caret);
  };

  const readLine = (lineStart: number, lineEnd: number): void => {
    let at = skipBlanks(text, Math.max(lineStart, done));
    const here = caret >= lineStart && caret <= lineEnd;
    if (at >= lineEnd) {
      if (here && caret >= done) found(slotAt(frames, root.node, text, lineStart, caret, caret, lineEnd));
      return;
    }
    if (text[at] === '#') {
      if (here) found({ kind: 'nothing' });
      return;
    }
    if (done > lineStart) {
      // What follows a value of several lines on its last line: nothing that belongs anywhere.
      if (here && caret > done) found({ kind: 'nothing' });
      return;
    }
    if (at === lineStart && (text[at] === '%' || /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(at, at + 4)))) {
      const after = skipBlanks(text, at + 3);
      if (here && (text[at] === '%' || after >= lineEnd || caret <= after)) found({ kind: 'nothing' });
      if (text[at] === '%' || text[at] === '.' || after >= lineEnd) return;
      at = after;
      if (text[at] === '#') return;
    }
    let dash = false;
    while (text[at] === '-' && (at + 1 >= lineEnd || isBlank(text, at + 1))) {
      const list = enter(frames, at - lineStart, true, at, root) as LooseList;
      const item: LooseItem = {
        kind: 'item',
        from: at,
        index: list.items.length,
        list,
        value: null,
        to: at + 1,
      };
      list.items.push(item);
      grow(at + 1);
      dash = true;
      const after = skipBlanks(text, at + 1);
      if (after >= lineEnd || text[after] === '#') {
        if (here && caret > at && (caret <= after || after >= lineEnd)) found(dashPlace(item, lineStart));
        else if (here) found({ kind: 'nothing' });
        return;
      }
      if (here && caret > at && caret < after) found({ kind: 'nothing' });
      at = after;
    }
    if (here && caret < at) found({ kind: 'nothing' });
    readContent(at, lineStart, lineEnd, dash);
  };

  const dashPlace = (item: LooseItem, lineStart: number): CaretPlace => ({
    kind: 'key',
    holder: item,
    from: caret,
    to: caret,
    column: Math.max(caret - lineStart, item.list.column + 2),
    colon: false,
    flow: null,
    list: null,
    dash: true,
  });

  const first = text.startsWith('\uFEFF') ? 1 : 0;
  for (let line = first; line <= text.length;) {
    const end = endOfLine(text, line);
    if (end >= done) readLine(line, end);
    else if (caret >= line && caret <= end) found({ kind: 'nothing' });
    line = nextLine(text, end);
  }
  plainItems(root.node);
  return { root: root.node, caret: onOneLine(text, place) };
}

/** Nothing is offered inside a text of several lines. */
function onOneLine(text: string, place: CaretPlace | null): CaretPlace {
  if (place === null || place.kind === 'nothing') return { kind: 'nothing' };
  return /[\r\n]/.test(text.slice(place.from, place.to)) ? { kind: 'nothing' } : place;
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
