import { flowId, pathOf, type Topology, type TopologyPath } from '../../../topology/index.ts';
import type { Selection } from '../../../session/index.ts';
import type { CanvasState, Spot } from './canvasState.ts';
import { selectedPart } from './selected.ts';

/** What the lit path starts from: what the pointer is on, else the selected row. A node as a whole lights only while hovered. */
export function litFrom(
  topology: Topology,
  selection: Selection | null,
  { hover }: Pick<CanvasState, 'hover'>,
): Spot | null {
  if (hover) return hover;
  if (!selection || selection.path.length === 0) return null;
  for (const node of topology.nodes) {
    const part = selectedPart(selection, node);
    if (part) return { node: node.id, row: part };
  }
  return null;
}

/** What is found, among what is drawn. */
export function litHits(spots: readonly Spot[]): TopologyPath {
  return {
    nodes: new Set(spots.map(({ node }) => node)),
    rows: new Set(spots.flatMap(({ node, row }) => (row === null ? [] : [flowId(node, row)]))),
    edges: new Set(),
  };
}

/** What is pointed at, among what is drawn; null where none of it is. */
export function litPointed({ nodes }: Topology, pointed: ReadonlySet<string>): TopologyPath | null {
  const spots = nodes.flatMap(({ id, resource, rows }) =>
    resource !== null && pointed.has(resource)
      ? [{ node: id, row: null }, ...rows.map((row) => ({ node: id, row: row.id }))]
      : [],
  );
  return spots.length ? litHits(spots) : null;
}

/** The way through the mesh that lights up from a place; null where nothing but the place itself would. */
export function litPath(topology: Topology, from: Spot | null): TopologyPath | null {
  if (!from) return null;
  const path = pathOf(topology, from.node, from.row ?? undefined);
  return path.edges.size === 0 ? null : path;
}
