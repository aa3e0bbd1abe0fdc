import type { Node } from '@xyflow/react';
import type { Flow, PlacedNode } from '../../../topology/index.ts';

export type FlowNode = Node<{ placed: PlacedNode; flow: Flow }, 'mesh'>;

const made = new WeakMap<PlacedNode, FlowNode>();

/**
 * React Flow's nodes. A placed node that is the same object gives the same object, so that an edit draws only what it
 * changed. Width, height and `measured` are given: React Flow then measures nothing.
 */
export function flowNodes(placed: readonly PlacedNode[], flow: Flow): FlowNode[] {
  return placed.map((node) => {
    const before = made.get(node);
    if (before && before.data.flow === flow) return before;
    const next = flowNode(node, flow);
    made.set(node, next);
    return next;
  });
}

function flowNode(placed: PlacedNode, flow: Flow): FlowNode {
  const { node, x, y, width, height } = placed;
  return {
    id: node.id,
    type: 'mesh',
    position: { x, y },
    width,
    height,
    measured: { width, height },
    // Edges are drawn by the canvas; without a handle React Flow takes the node for not yet measured.
    handles: [],
    data: { placed, flow },
    // The node's own element has the name and the role; the frame around it has none.
    domAttributes: { 'aria-roledescription': undefined },
  };
}
