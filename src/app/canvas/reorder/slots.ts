import type { TopologyNode } from '../../../topology/index.ts';
import type { Path } from '../../../yaml/index.ts';

/** The rules of a VirtualService in the list that one of them stands in: http, tls and tcp rules do not mix. */
export interface RuleList {
  readonly path: Path;
  /** Indexes of its rules among the node's rows: a stretch of them. */
  readonly rows: readonly number[];
  /** Where the rule stands in the list. */
  readonly index: number;
}

/** The list in which a row can be moved; null where it is no rule, or the only one. */
export function ruleList(node: TopologyNode, rowId: string): RuleList | null {
  const row = node.rows.find(({ id }) => id === rowId);
  const index = row?.path.at(-1);
  if (node.kind !== 'VirtualService' || node.stale || !row || typeof index !== 'number') return null;
  const path = row.path.slice(0, -1);
  const rows = node.rows.flatMap((each, at) =>
    each.path.length === row.path.length && each.path[1] === path[1] ? at : [],
  );
  return rows.length > 1 ? { path, rows, index } : null;
}

/** A row's extent along the way that the rows run. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Before which rule of the list a place lies: 0 is before the first, the length of the list after the last. */
export function slotAt(extents: readonly Extent[], at: number): number {
  return extents.filter(({ start, end }) => at > (start + end) / 2).length;
}

/** Where a rule stands after it was put into a slot. */
export const indexAfter = (from: number, slot: number): number => (slot > from ? slot - 1 : slot);
