import type { Edge } from '@xyflow/react';
import { edgeHandles, type Flow, type PlacedTopology, type TopologyEdge } from '../../../topology/index.ts';
import { edgeWords } from '../edge/edgeWords.ts';

export type FlowEdge = Edge<{ edge: TopologyEdge; flow: Flow }, 'mesh'>;

const made = new WeakMap<TopologyEdge, FlowEdge>();

/** React Flow's edges; an edge that is the same object gives the same object. */
export function flowEdges(placed: PlacedTopology): FlowEdge[] {
  const labels = new Map(placed.nodes.map(({ node }) => [node.id, node.label]));
  return placed.edges.map((edge) => {
    const before = made.get(edge);
    if (before && before.data?.flow === placed.flow) return before;
    const next = flowEdge(edge, placed.flow, labels.get(edge.source) ?? '', labels.get(edge.target) ?? '');
    made.set(edge, next);
    return next;
  });
}

function flowEdge(edge: TopologyEdge, flow: Flow, source: string, target: string): FlowEdge {
  return {
    id: edge.id,
    type: 'mesh',
    source: edge.source,
    target: edge.target,
    ...edgeHandles(edge),
    data: { edge, flow },
    ariaRole: 'img',
    ariaLabel: `${source} ${edgeWords(edge, target)}`,
    domAttributes: { 'aria-roledescription': undefined },
  };
}
