import type { Flow, PlacedNode, PlacedTopology } from '../../../topology/index.ts';
import type { Spot } from '../state/canvasState.ts';
import { waysAt } from './ways.ts';

export type ArrowKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

const DIRECTIONS: Record<ArrowKey, { x: number; y: number }> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

/** Where an arrow key leads, and whether along an edge. */
export interface Step {
  readonly node: string;
  readonly along: boolean;
}

/** The arrow keys that lead with the flow and against it. */
export const flowKeys = (flow: Flow): readonly [forward: ArrowKey, back: ArrowKey] =>
  flow === 'down' ? ['ArrowDown', 'ArrowUp'] : ['ArrowRight', 'ArrowLeft'];

/**
 * The node that an arrow key leads to. Along the flow it follows the edges, those of the row first if the cursor is on
 * one; across the flow, and where no edge leads, it goes to what lies nearest that way. Null at the end of the picture.
 */
export function travel(placed: PlacedTopology, from: Spot, key: ArrowKey): Step | null {
  const byId = new Map(placed.nodes.map((node) => [node.node.id, node]));
  const start = byId.get(from.node);
  if (!start) return null;
  const [forward, back] = flowKeys(placed.flow);
  const ends =
    key === forward
      ? waysAt(placed, from, 'out').map(({ target }) => target)
      : key === back
        ? waysAt(placed, from, 'in').map(({ source }) => source)
        : [];
  const along = nearest(
    start,
    ends.map((id) => byId.get(id)).filter((node) => node !== undefined),
    key,
    0,
  );
  const next = along ?? nearest(start, placed.nodes, key, 2);
  return next && { node: next.node.id, along: along !== null };
}

/**
 * The nearest node in a direction; `slope` says how far aside one may lie for each unit ahead (0: no matter how far).
 * What lies straight ahead is nearer than what lies aside.
 */
function nearest(
  start: PlacedNode,
  nodes: readonly PlacedNode[],
  key: ArrowKey,
  slope: number,
): PlacedNode | null {
  const direction = DIRECTIONS[key];
  const origin = centre(start);
  let best: { node: PlacedNode; distance: number } | null = null;
  for (const node of nodes) {
    if (node === start) continue;
    const point = centre(node);
    const [dx, dy] = [point.x - origin.x, point.y - origin.y];
    const ahead = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
    if (slope > 0 && (ahead <= 0 || aside > ahead * slope)) continue;
    const distance = Math.abs(ahead) + 2 * aside;
    if (!best || distance < best.distance) best = { node, distance };
  }
  return best?.node ?? null;
}

function centre(node: PlacedNode): { x: number; y: number } {
  return { x: node.x + node.width / 2, y: node.y + node.height / 2 };
}

/** All nodes as one reads them: along the flow, then across. */
export function readingOrder(placed: PlacedTopology): readonly PlacedNode[] {
  const down = placed.flow === 'down';
  return [...placed.nodes].sort((a, b) => (down ? a.y - b.y || a.x - b.x : a.x - b.x || a.y - b.y));
}
