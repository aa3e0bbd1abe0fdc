import { aliasWord } from './anchors.ts';
import {
  colonAfter,
  endOfLine,
  endOfQuoted,
  isBlank,
  nextLine,
  skipProperties,
  trimmed,
  unquoted,
} from './scan.ts';
import type {
  CaretPlace,
  Holder,
  LooseEntry,
  LooseItem,
  LooseList,
  LooseMap,
  LooseNode,
  LooseScalar,
} from './tree.ts';

/** Deeper than anyone writes; what is deeper reads as text, so that hostile input cannot exhaust the stack. */
const DEEPEST = 200;

export interface FlowReading {
  readonly node: LooseMap | LooseList;
  /** Where reading goes on. */
  readonly end: number;
  readonly caret: CaretPlace | null;
}

/**
 * Reads `{…}` or `[…]` from its opening mark. One that is never closed ends before the next line that stands no deeper
 * than `column`, the column of what holds it.
 */
export function readFlow(
  text: string,
  start: number,
  holder: Holder,
  column: number,
  caret: number,
): FlowReading {
  let at = start;
  let depth = 0;
  let found: CaretPlace | null = null;

  /** Skips blanks, comments and line ends; false where the collection must have ended. */
  const skip = (): boolean => {
    for (;;) {
      while (isBlank(text, at)) at++;
      if (text[at] === '#' && (isBlank(text, at - 1) || text[at - 1] === '\n')) {
        const end = endOfLine(text, at);
        if (caret > at && caret <= end) found = { kind: 'nothing' };
        at = end;
      }
      if (text[at] !== '\n' && text[at] !== '\r') return at < text.length;
      const line = nextLine(text, at);
      let content = line;
      while (isBlank(text, content)) content++;
      const character = text[content];
      const blank = character === '\n' || character === '\r';
      if (!blank && content - line <= column && !/[\]},]/.test(character ?? '')) return false;
      at = blank ? line : content;
    }
  };

  const within = (from: number, to: number) => found === null && caret >= from && caret <= to;

  const scalar = (): LooseScalar => {
    const from = at;
    const quote = text[at];
    if (quote === '"' || quote === "'") {
      const end = endOfQuoted(text, at) ?? trimmed(text, from, endOfLine(text, at));
      at = Math.max(end, at + 1);
      return {
        kind: 'scalar',
        style: quote === '"' ? 'double' : 'single',
        text: unquoted(text.slice(from, at)),
        from,
        to: at,
      };
    }
    const lineEnd = endOfLine(text, at);
    let end = at;
    while (
      end < lineEnd &&
      !/[,[\]{}]/.test(text[end] ?? '') &&
      !(text[end] === '#' && isBlank(text, end - 1))
    )
      end++;
    end = Math.max(trimmed(text, from, end), Math.min(from + 1, lineEnd));
    at = end;
    const written = text.slice(from, end);
    return text[from] === '*'
      ? { kind: 'scalar', style: 'alias', text: written, said: aliasWord(text, from, written), from, to: end }
      : { kind: 'scalar', style: 'plain', text: written, from, to: end };
  };

  const value = (holderOfValue: LooseEntry | LooseItem): LooseNode | null => {
    at = skipProperties(text, at);
    if ((text[at] === '{' || text[at] === '[') && depth < DEEPEST) return collection(holderOfValue);
    if (/[,\]}]/.test(text[at] ?? ',')) return null;
    const node = scalar();
    if (within(node.from, node.to))
      found = {
        kind: 'value',
        holder: holderOfValue,
        from: node.from,
        to: node.to,
        quote: quoteOf(node),
        flow: true,
      };
    return node;
  };

  const keySlot = (
    from: number,
    to: number,
    colon: boolean,
    of: Holder,
    flow: 'map' | 'list',
  ): CaretPlace => ({
    kind: 'key',
    holder: of,
    from,
    to,
    column: -1,
    colon,
    flow,
    list: null,
    dash: false,
  });

  const entry = (map: LooseMap): void => {
    const from = at;
    const lineEnd = endOfLine(text, at);
    const quoted = text[at] === '"' || text[at] === "'" ? endOfQuoted(text, at) : null;
    let colon = quoted === null ? colonAfter(text, at, lineEnd, true) : -1;
    if (quoted !== null) {
      let after = quoted;
      while (isBlank(text, after)) after++;
      if (text[after] === ':') colon = after;
    }
    if (colon < 0) {
      const stray = scalar();
      map.entries.push({
        kind: 'entry',
        key: stray.text,
        from,
        keyTo: stray.to,
        colon,
        column: -1,
        map,
        value: null,
        to: stray.to,
      });
      if (within(stray.from, stray.to)) found = keySlot(stray.from, stray.to, false, map.holder, 'map');
      return;
    }
    const keyTo = trimmed(text, from, colon);
    const key = quoted === null ? text.slice(from, keyTo) : unquoted(text.slice(from, keyTo));
    const made: LooseEntry = {
      kind: 'entry',
      key,
      from,
      keyTo,
      colon,
      column: -1,
      map,
      value: null,
      to: colon + 1,
    };
    map.entries.push(made);
    if (within(from, keyTo)) found = keySlot(from, keyTo, true, map.holder, 'map');
    else if (within(keyTo, colon)) found = { kind: 'nothing' };
    at = colon + 1;
    const open = skip();
    if (within(colon + 1, at) && (caret < at || !open || /[,\]}]/.test(text[at] ?? ',')))
      found = { kind: 'value', holder: made, from: caret, to: caret, quote: '', flow: true };
    if (open) made.value = value(made);
    made.to = made.value?.to ?? colon + 1;
  };

  const collection = (of: Holder): LooseMap | LooseList => {
    const from = at;
    const isMap = text[at] === '{';
    const close = isMap ? '}' : ']';
    const base = { flow: true, column: -1, from, to: from + 1, holder: of, placed: true } as const;
    const map: LooseMap = { kind: 'map', ...base, entries: [] };
    const list: LooseList = { kind: 'list', ...base, items: [] };
    const node = isMap ? map : list;
    at++;
    depth++;
    let expected = true;
    for (;;) {
      const gap = at;
      const open = skip();
      if (within(gap, at) && (caret < at || !open || text[at] === ',' || text[at] === close)) {
        if (!expected) found = { kind: 'nothing' };
        else found = isMap ? keySlot(caret, caret, false, of, 'map') : itemSlot(list, caret);
      }
      if (!open) break;
      const character = text[at];
      if (character === ',') {
        at++;
        expected = true;
        continue;
      }
      expected = false;
      if (character === close || character === '}' || character === ']') {
        at++;
        break;
      }
      if (isMap) entry(map);
      else {
        const item: LooseItem = {
          kind: 'item',
          from: at,
          index: list.items.length,
          list,
          value: null,
          to: at,
        };
        list.items.push(item);
        item.value = value(item);
        item.to = item.value?.to ?? at;
        if (at === item.from) at++;
      }
    }
    depth--;
    node.to = at;
    return node;
  };

  const itemSlot = (list: LooseList, offset: number): CaretPlace => {
    const item: LooseItem = {
      kind: 'item',
      from: offset,
      index: list.items.length,
      list,
      value: null,
      to: offset,
    };
    return { kind: 'value', holder: item, from: offset, to: offset, quote: '', flow: true };
  };

  const node = collection(holder);
  return { node, end: at, caret: found };
}

/** The quote that a scalar stands in; empty for none. */
export function quoteOf(node: LooseScalar): '' | '"' | "'" {
  return node.style === 'double' ? '"' : node.style === 'single' ? "'" : '';
}
