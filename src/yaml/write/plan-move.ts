import { nodeAt } from '../find.ts';
import type { Path, YamlListNode } from '../types.ts';
import { afterOwnComments, beforeOwnComments, extentOf } from './extent.ts';
import { eolAt } from './lines.ts';
import type { Candidate } from './plan-scalar.ts';
import { refuseAliases, type Target } from './target.ts';

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  return list.toSpliced(from, 1).toSpliced(to, 0, ...list.slice(from, from + 1));
}

/** Moves an item of a list, with its lines and the comments that speak of it. */
export function planMove(target: Target, path: Path, from: number, to: number): Candidate[] {
  refuseAliases(target, [...path, from]);
  const list = nodeAt(target.root, path);
  if (list?.kind !== 'list') return [];
  return [list.flow ? moveInFlow(target.text, list, from, to) : moveLines(target, list, from, to)];
}

/** Only the items' own characters change places; commas, blanks and comments between them stay. */
function moveInFlow(text: string, list: YamlListNode, from: number, to: number): Candidate {
  const order = moved(list.items, from, to);
  return list.items.flatMap((item, index) => {
    const other = order[index] ?? item;
    return other === item ? [] : [{ from: item.from, to: item.to, insert: text.slice(other.from, other.to) }];
  });
}

function moveLines(target: Target, list: YamlListNode, from: number, to: number): Candidate {
  const { text } = target;
  const extents = list.items.map((_, index) => extentOf(target, list, index));
  const first = extents[0];
  if (!first) return [];
  const begins = extents.map((extent, index) => {
    const before = extents[index - 1];
    if (before) return afterOwnComments(text, before.to, first.column);
    return extent.ownLines ? beforeOwnComments(text, extent.from, extent.column, 0) : extent.begin;
  });
  const end = afterOwnComments(text, extents.at(-1)?.to ?? 0, first.column);
  const eol = eolAt(text, first.begin);
  const indent = first.ownLines ? '' : ' '.repeat(first.column);
  // Every item's lines, as they would be with a line of their own and a line break at the end.
  const parts = begins.map((begin, index) => {
    const part = (index === 0 ? indent : '') + text.slice(begin, begins[index + 1] ?? end);
    return /[\r\n]$/.test(part) ? part : part + eol;
  });
  let insert = moved(parts, from, to).join('').slice(indent.length);
  if (!/[\r\n]$/.test(text.slice(0, end))) insert = insert.replace(/(?:\r\n|\r|\n)$/, '');
  return [{ from: begins[0] ?? 0, to: end, insert }];
}
