import type { Holder, LooseList, LooseMap, LooseNode } from './tree.ts';

/** The block maps and lists that are open at a line, outermost first, with the columns that their keys or dashes have. */
export interface Frame {
  readonly column: number;
  readonly node: LooseMap | LooseList;
}

/** What holds the node that a frame's last entry or item would hold. */
export function lastHolder(node: LooseMap | LooseList): Holder {
  return (node.kind === 'map' ? node.entries.at(-1) : node.items.at(-1)) ?? null;
}

/**
 * Opens, or goes on with, the map (or, with `dash`, the list) that a line at this column belongs to; closes what stands deeper.
 * A line that fits nothing gets a node of its own that is `placed: false`.
 */
export function enter(
  frames: Frame[],
  column: number,
  dash: boolean,
  offset: number,
  root: { node: LooseNode | null },
): LooseMap | LooseList {
  while (frames.length > 0) {
    const top = frames.at(-1)!;
    const beside = top.column === column && !dash && top.node.kind === 'list';
    if (top.column <= column && !beside) break;
    frames.pop();
  }
  const kind = dash ? 'list' : 'map';
  const top = frames.at(-1);
  if (top && top.column === column && top.node.kind === kind) return top.node;
  const known = top ? childOf(top, column, kind) : root.node;
  if (known && known !== 'lost' && known.kind === kind && !known.flow) {
    frames.push({ column, node: known });
    return known;
  }
  const placed = known === null;
  const holder = top ? lastHolder(top.node) : null;
  const base = { flow: false, column, from: offset, to: offset, holder, placed } as const;
  const node: LooseMap | LooseList =
    kind === 'map' ? { kind, ...base, entries: [] } : { kind, ...base, items: [] };
  if (placed) {
    if (holder) holder.value = node;
    else root.node = node;
  }
  frames.push({ column, node });
  return node;
}

/** What a deeper line (or a dash at the key's own column) hangs on: null where a place is free. */
function childOf(top: Frame, column: number, kind: 'map' | 'list'): LooseMap | LooseList | null | 'lost' {
  const holder = lastHolder(top.node);
  // A dash at the column of its key is a list under the key; nothing else stands at the column of another kind.
  if (top.column === column && !(kind === 'list' && top.node.kind === 'map')) return 'lost';
  if (!holder || holder.value === null) return null;
  return holder.value.kind === 'scalar' ? 'lost' : holder.value;
}
