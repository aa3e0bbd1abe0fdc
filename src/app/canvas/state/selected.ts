import type { Selection } from '../../../session/index.ts';
import type { TopologyEdge, TopologyNode } from '../../../topology/index.ts';
import { isWithin, type Path } from '../../../yaml/index.ts';

/**
 * What of a node is selected: null for nothing, `''` for the node as a whole, else the id of the row that the
 * selected place stands in. A policy stands on the nodes that carry its badge.
 */
export function selectedPart(selection: Selection | null, node: TopologyNode): string | null {
  if (!selection) return null;
  if (selection.resource === node.resource) return rowAt(node, selection.path) ?? '';
  return node.badges?.some(({ resource }) => resource === selection.resource) ? '' : null;
}

/** The row that a path stands in: the deepest one, where rows contain each other. */
export function rowAt(node: TopologyNode, path: Path): string | null {
  let found: { id: string; depth: number } | null = null;
  for (const row of node.rows) {
    if (row.path.length > (found?.depth ?? 0) && isWithin(path, row.path)) {
      found = { id: row.id, depth: row.path.length };
    }
  }
  return found?.id ?? null;
}

/** Whether the selected place is the one that an edge says, or stands inside it. */
export function isSelectedEdge(selection: Selection | null, edge: TopologyEdge): boolean {
  const { origin } = edge;
  if (!selection || !origin || origin.path.length === 0) return false;
  return selection.resource === origin.resource && isWithin(selection.path, origin.path);
}
