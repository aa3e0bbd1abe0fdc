import { mergeEdges } from './edges.ts';
import { keepSame, sameValue } from './equal.ts';
import { LANES, type Topology, type TopologyEdge, type TopologyNode } from './types.ts';
import type { Fragment } from './unit.ts';

/** Fragments as one graph: nodes by lane, in document order; what several fragments draw is drawn once. */
export function assemble(
  fragments: readonly Fragment[],
  callers: readonly TopologyNode[],
  previous: Topology | undefined,
): Topology {
  const nodes = new Map<string, TopologyNode>();
  const edges = new Map<string, TopologyEdge>();
  const merged = new Set<string>();
  for (const node of callers) nodes.set(node.id, node);
  for (const fragment of fragments) {
    for (const node of fragment.nodes) {
      const known = nodes.get(node.id);
      // A ghost gives way to what it is the ghost of.
      if (!known || (known.dangling && !node.dangling)) nodes.set(node.id, node);
    }
    for (const edge of fragment.edges) {
      const known = edges.get(edge.id);
      if (known) merged.add(edge.id);
      edges.set(edge.id, known ? mergeEdges(known, edge) : edge);
    }
  }
  keepMerged(edges, merged, previous);
  const lanes = new Map(LANES.map((lane) => [lane, [] as TopologyNode[]]));
  for (const node of nodes.values()) lanes.get(node.lane)?.push(node);
  const ordered = [...lanes.values()].flat();
  // Edges lead only where there is a node: a reference into a document that just vanished waits for its own unit.
  const drawn = [...edges.values()].filter((edge) => nodes.has(edge.source) && nodes.has(edge.target));
  return sameParts(ordered, drawn, previous);
}

/** Edges put together of several fragments are made anew each time; those that come out the same keep their identity. */
function keepMerged(
  edges: Map<string, TopologyEdge>,
  merged: ReadonlySet<string>,
  previous: Topology | undefined,
): void {
  if (!merged.size || !previous) return;
  for (const old of previous.edges) {
    const edge = merged.has(old.id) ? edges.get(old.id) : undefined;
    if (edge && sameValue(edge, old)) edges.set(old.id, old);
  }
}

function sameParts(
  nodes: readonly TopologyNode[],
  edges: readonly TopologyEdge[],
  previous: Topology | undefined,
): Topology {
  if (!previous) return { nodes, edges };
  const keptNodes = keepSame(nodes, previous.nodes, (node) => node.id);
  const keptEdges = keepSame(edges, previous.edges, (edge) => edge.id);
  return keptNodes === previous.nodes && keptEdges === previous.edges
    ? previous
    : { nodes: keptNodes, edges: keptEdges };
}
