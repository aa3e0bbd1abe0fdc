import type { Operation } from '../../operations/index.ts';
import type { SessionState } from '../../session/index.ts';
import type { Path } from '../../yaml/index.ts';
import { rowAt, startsWith } from './state/selected.ts';

export interface Removal {
  readonly operation: Operation;
  /** What goes, for the notice: `orders-routing`, `the rule /v2*`. */
  readonly words: string;
}

/**
 * What "Delete" takes away on the canvas: the selected edge's destination, else the selected row, else the resource.
 * Null where nothing that the canvas draws is selected.
 */
export function removalOf({
  selection,
  analysis,
}: Pick<SessionState, 'selection' | 'analysis'>): Removal | null {
  if (!selection) return null;
  const resource = analysis.mesh.byId.get(selection.resource);
  if (!resource) return null;
  const { nodes, edges } = analysis.topology;
  const remove = (path: Path, words: string): Removal => ({
    operation: { kind: 'remove-field', resource: resource.id, path },
    words,
  });

  const row = nodes
    .filter((node) => node.resource === resource.id)
    .map((node) => node.rows.find(({ id }) => id === rowAt(node, selection.path)))
    .find((found) => found !== undefined);
  const edge = edges.find(
    ({ origin }) =>
      origin?.resource === resource.id &&
      // Longer than its row's path: else the edge is the row's own, and the row says better what goes.
      origin.path.length > Math.max(2, row?.path.length ?? 0) &&
      startsWith(selection.path, origin.path),
  );
  if (edge?.origin) {
    const target = nodes.find((node) => node.id === edge.target);
    return remove(edge.origin.path, `the way to ${target?.label ?? 'there'}`);
  }
  if (row && row.path.length > 1) return remove(row.path, row.label);
  return { operation: { kind: 'delete-resource', resource: resource.id }, words: resource.name };
}
