import type { LooseEntry, LooseItem, LooseList, LooseMap, LooseNode } from '../loose/index.ts';
import type { Habit } from './habit.ts';
import { lineAt, type FormatLine } from './lines.ts';

/** Where the text of a document should stand. */
export interface Columns {
  /** The new indentation of a line, by its index; lines that are not in it keep theirs. */
  readonly indents: ReadonlyMap<number, number>;
  /** The new number of blanks behind a dash, by the dash's offset. */
  readonly gaps: ReadonlyMap<number, number>;
  /** Lines inside a text of several lines, whose blanks are part of it. */
  readonly inner: ReadonlySet<number>;
}

/**
 * Works out the columns of a document's block structure by its habit. What has a part on a line that is not selected stays at
 * its column, since siblings must share one.
 */
export function columnsOf(root: LooseNode | null, lines: readonly FormatLine[], habit: Habit): Columns {
  const indents = new Map<number, number>();
  const gaps = new Map<number, number>();
  const inner = new Set<number>();

  const lineOf = (offset: number) => lineAt(lines, offset);
  const isSelected = (offset: number) => lines[lineOf(offset)]?.selected ?? false;
  const startsLine = (offset: number) => lines[lineOf(offset)]?.content === offset;

  const indent = (offset: number, column: number): void => {
    if (startsLine(offset) && isSelected(offset)) indents.set(lineOf(offset), column);
  };

  /** `wanted` is where it would stand if nothing kept it; `column` of its holder moved by `delta`. */
  const place = (
    node: LooseNode | null,
    holder: LooseEntry | LooseItem | null,
    wanted: number,
    delta: number,
  ): void => {
    if (!node) return;
    if (node.kind === 'scalar' || node.flow) moveAlong(node, holder, wanted, delta);
    else if (node.kind === 'map') placeMap(node, wanted);
    else placeList(node, wanted);
  };

  const placeMap = (map: LooseMap, wanted: number): void => {
    const column = map.entries.every(({ from }) => isSelected(from)) ? wanted : map.column;
    for (const entry of map.entries) {
      indent(entry.from, column);
      const { value } = entry;
      const step = value?.kind === 'list' && !value.flow ? habit.listIndent : habit.indent;
      place(value, entry, column + step, column - entry.column);
    }
  };

  const placeList = (list: LooseList, wanted: number): void => {
    const column = list.items.every(({ from }) => isSelected(from)) ? wanted : list.column;
    for (const item of list.items) {
      indent(item.from, column);
      placeItem(item, column, column - list.column);
    }
  };

  const placeItem = (item: LooseItem, column: number, delta: number): void => {
    const { value } = item;
    if (!value) return;
    const beside = lineOf(value.from) === lineOf(item.from);
    const usual = column + 1 + habit.gap;
    const kept = beside && value.kind !== 'scalar' && !value.flow && !wholly(value);
    // What stays where it is keeps its distance, as far as the dash leaves one.
    const content = kept ? Math.max(value.column, column + 2) : usual;
    if (beside && isSelected(item.from)) gaps.set(item.from, content - column - 1);
    place(value, item, content, delta);
  };

  const wholly = (node: LooseMap | LooseList): boolean =>
    (node.kind === 'map' ? node.entries : node.items).every(({ from }) => isSelected(from));

  /** Lines of a value of several lines move with what holds it; a block of text to where the habit has it. */
  const moveAlong = (
    node: LooseNode,
    holder: LooseEntry | LooseItem | null,
    wanted: number,
    delta: number,
  ): void => {
    const first = lineOf(node.from);
    const last = lineOf(Math.max(node.from, node.to - 1));
    const between = lines.slice(first + 1, last + 1);
    const filled = between.filter(({ content, end }) => content < end);
    if (node.kind === 'scalar') for (let line = first + 1; line <= last; line++) inner.add(line);
    if (!filled.length || !filled.every(({ selected }) => selected)) return;
    const isBlock = node.kind === 'scalar' && node.style === 'block' && !/^[|>][-+]?\d/.test(node.text);
    const now = Math.min(...filled.map(({ start, content }) => content - start));
    const by = isBlock && holder ? wanted - now : delta;
    between.forEach(({ start, content, end }, index) => {
      if (content < end) indents.set(first + 1 + index, Math.max(0, content - start + by));
    });
  };

  place(root, null, root && root.kind !== 'scalar' ? Math.max(root.column, 0) : 0, 0);
  return { indents, gaps, inner };
}
