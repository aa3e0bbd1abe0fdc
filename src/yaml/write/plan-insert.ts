import type { YamlListNode, YamlMapNode, YamlValue } from '../types.ts';
import { emitBlock, emitFlow, itemLines, keyText } from './emit.ts';
import { afterOwnComments, beforeOwnComments, extentOf } from './extent.ts';
import { insertLines } from './insert-lines.ts';
import { eolAt, eolBefore, lineStart } from './lines.ts';
import type { Candidate } from './plan-scalar.ts';
import { childRanges, type Collection, type Target } from './target.ts';

/** The entry behind which a new key goes: the last of those that the schema's order puts before it; -1 where all come after it. */
function predecessor(map: YamlMapNode, key: string, order: readonly string[] | undefined): number {
  const last = map.entries.length - 1;
  const rank = order?.indexOf(key) ?? -1;
  if (!order || rank < 0) return last;
  const others = map.entries.map((entry) => order.indexOf(entry.key));
  const before = others.findLastIndex((other) => other >= 0 && other < rank);
  return before < 0 && !others.some((other) => other > rank) ? last : before;
}

/** A new key in a map that has some. */
export function planInsertKey(
  target: Target,
  map: YamlMapNode,
  key: string,
  value: YamlValue,
  order: readonly string[] | undefined,
): Candidate[] {
  const { text, style } = target;
  if (map.flow)
    return insertIntoFlow(
      target,
      map,
      map.entries.length,
      `${keyText(key, true)}: ${emitFlow(value, style)}`,
    );
  const first = extentOf(target, map, 0);
  const { column } = first;
  const { head, lines } = emitBlock(value, column, style);
  const start = `${' '.repeat(column)}${keyText(key, false)}:`;
  const behind = (index: number, written: readonly string[]) => {
    const at =
      index < 0
        ? beforeOwnComments(text, first.from, column, column === 0 ? first.from : 0)
        : afterOwnComments(text, extentOf(target, map, index).to, column);
    return [insertLines(text, at, written)];
  };
  const last = map.entries.length - 1;
  const place = predecessor(map, key, order);
  // Behind a dash there is no line of its own to go to the front of.
  const places = new Set([place < 0 && !first.ownLines ? last : place, last]);
  const ways = [[start + head, ...lines], [`${start} ${emitFlow(value, style)}`]];
  return ways.flatMap((written) => [...places].map((index) => behind(index, written)));
}

/** A new item in a list that has some, before the one at `index`. */
export function planInsertItem(
  target: Target,
  list: YamlListNode,
  index: number,
  value: YamlValue,
): Candidate[] {
  const { text } = target;
  if (list.flow) return insertIntoFlow(target, list, index, emitFlow(value, target.style));
  const first = extentOf(target, list, 0);
  const style = { ...target.style, dash: dashGap(text, list) ?? target.style.dash };
  const lines = itemLines(value, first.column, style);
  if (index > 0) {
    const extent = extentOf(target, list, index - 1);
    const oneLine = `${' '.repeat(first.column)}-${style.dash}${emitFlow(value, style)}`;
    return [lines, [oneLine]].map((written) => [
      insertLines(text, afterOwnComments(text, extent.to, first.column), written),
    ]);
  }
  if (!first.ownLines) {
    // The list begins on its parent's dash: the new item takes that place, the old first one a line of its own.
    const indent = ' '.repeat(first.column);
    const eol = eolAt(text, first.begin);
    const insert = [lines[0]?.slice(first.column), ...lines.slice(1)].join(eol) + eol + indent;
    return [[{ from: first.begin, to: first.begin, insert }]];
  }
  const floor = lineStart(text, first.from);
  return [
    [insertLines(text, beforeOwnComments(text, first.from, first.column, 0), lines)],
    [insertLines(text, floor, lines)],
  ];
}

/** What stands between a dash of this very list and its item. */
function dashGap(text: string, list: YamlListNode): string | undefined {
  const item = list.items[0];
  const gap = item && /^-([ ]+)(?=\S)/.exec(text.slice(list.from, item.from + 1))?.[1];
  return gap;
}

function insertIntoFlow(target: Target, node: Collection, index: number, written: string): Candidate[] {
  const { text, style } = target;
  const children = childRanges(node);
  const previous = children[index - 1];
  const next = children[index];
  if (!previous && !next) {
    const { padding } = style;
    const open = text[node.from];
    const close = open === '{' ? '}' : ']';
    return [[{ from: node.from, to: node.to, insert: `${open}${padding}${written}${padding}${close}` }]];
  }
  const separator = separatorIn(text, node);
  if (previous)
    return [
      [{ from: previous.to, to: previous.to, insert: `${separator}${written}` }],
      [{ from: previous.to, to: previous.to, insert: `, ${written}` }],
    ];
  const at = next?.from ?? node.to;
  return [
    [{ from: at, to: at, insert: `${written}${separator}` }],
    [{ from: at, to: at, insert: `${written}, ` }],
  ];
}

/** Between two children of a flow collection: a comma and a space, or a comma and a line of its own where the children have that. */
function separatorIn(text: string, node: Collection): string {
  const last = childRanges(node).at(-1);
  if (!last || !/^[ \t]*$/.test(text.slice(lineStart(text, last.from), last.from))) return ', ';
  if (lineStart(text, last.from) <= node.from) return ', ';
  return `,${eolBefore(text, lineStart(text, last.from))}${text.slice(lineStart(text, last.from), last.from)}`;
}
