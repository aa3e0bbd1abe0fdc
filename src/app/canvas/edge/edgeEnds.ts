import {
  handleOf,
  handlesOf,
  METRICS,
  type Flow,
  type NodeHandle,
  type PlacedNode,
  type TopologyEdge,
} from '../../../topology/index.ts';
import type { End } from './edgePath.ts';

type Handles = ReadonlyMap<string, NodeHandle>;

const handles = { down: new WeakMap<PlacedNode, Handles>(), right: new WeakMap<PlacedNode, Handles>() };

/** Where an edge leaves its source and reaches its target. */
export function endsOf(edge: TopologyEdge, source: PlacedNode, target: PlacedNode, flow: Flow): [End, End] {
  const from = nearSide(source, target, endPoint(source, handleOf('source', edge.sourceRow), flow), flow);
  const to = nearSide(target, source, endPoint(target, handleOf('target', edge.targetRow), flow), flow);
  const ahead = flow === 'down' ? to.y - from.y : to.x - from.x;
  return ahead < 0 ? (facingEnds(source, target, flow) ?? [from, to]) : [from, to];
}

/** Nodes that stand side by side are joined straight across; null where they do not. */
function facingEnds(a: PlacedNode, b: PlacedNode, flow: Flow): [End, End] | null {
  if (flow === 'down') {
    const y = (node: PlacedNode) => node.y + METRICS.headerHeight / 2;
    const left = (node: PlacedNode): End => ({ x: node.x, y: y(node), side: 'left' });
    const right = (node: PlacedNode): End => ({ x: node.x + node.width, y: y(node), side: 'right' });
    if (a.x + a.width < b.x) return [right(a), left(b)];
    return b.x + b.width < a.x ? [left(a), right(b)] : null;
  }
  const x = (node: PlacedNode) => node.x + node.width / 2;
  const top = (node: PlacedNode): End => ({ x: x(node), y: node.y, side: 'top' });
  const bottom = (node: PlacedNode): End => ({ x: x(node), y: node.y + node.height, side: 'bottom' });
  if (a.y + a.height < b.y) return [bottom(a), top(b)];
  return b.y + b.height < a.y ? [top(a), bottom(b)] : null;
}

/** When the flow runs down, rows that stand one above the other are left and reached at the side that faces the other node. */
function nearSide(placed: PlacedNode, other: PlacedNode, end: End, flow: Flow): End {
  if (flow !== 'down' || end.side === 'top' || end.side === 'bottom') return end;
  const left = other.x + other.width / 2 < placed.x + placed.width / 2;
  return { x: left ? placed.x : placed.x + placed.width, y: end.y, side: left ? 'left' : 'right' };
}

/** Where an edge touches a node; a row that is not drawn has its node's own handle. */
export function endPoint(placed: PlacedNode, handleId: string, flow: Flow): End {
  let known = handles[flow].get(placed);
  if (!known) {
    known = new Map(handlesOf(placed, flow).map((handle) => [handle.id, handle]));
    handles[flow].set(placed, known);
  }
  const handle = known.get(handleId) ?? known.get(handleId.startsWith('out') ? 'out' : 'in');
  return {
    x: placed.x + (handle?.x ?? 0),
    y: placed.y + (handle?.y ?? 0),
    side: handle?.position ?? 'top',
  };
}
