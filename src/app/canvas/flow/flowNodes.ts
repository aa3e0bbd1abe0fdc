import { Position, type Node, type NodeHandle } from '@xyflow/react';
import { handlesOf, type Flow, type PlacedNode, type PlacedTopology } from '../../../topology/index.ts';

export type FlowNode = Node<{ placed: PlacedNode; flow: Flow }, 'mesh'>;

const SIDES = { top: Position.Top, right: Position.Right, bottom: Position.Bottom, left: Position.Left };

const made = new WeakMap<PlacedNode, FlowNode>();

/**
 * React Flow's nodes. A placed node that is the same object gives the same object, so that an edit draws only what it
 * changed. Width, height, `measured` and handles are all given: React Flow then measures nothing, and draws only the
 * nodes in view.
 */
export function flowNodes(placed: PlacedTopology): FlowNode[] {
  return placed.nodes.map((node) => {
    const before = made.get(node);
    if (before && before.data.flow === placed.flow) return before;
    const next = flowNode(node, placed.flow);
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
    handles: handlesOf(placed, flow).map((handle): NodeHandle => ({
      id: handle.id,
      type: handle.type,
      position: SIDES[handle.position],
      x: handle.x,
      y: handle.y,
      width: 0,
      height: 0,
    })),
    data: { placed, flow },
    // The node's own element has the name and the role; the frame around it has none.
    domAttributes: { 'aria-roledescription': undefined },
  };
}
