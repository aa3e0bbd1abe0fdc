import type { PlacedNode, PlacedTopology, TopologyEdge } from '../../../topology/index.ts';
import type { Spot } from '../state/canvasState.ts';

export type ArrowKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

const DIRECTIONS: Record<ArrowKey, { x: number; y: number }> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

/**
 * The node that an arrow key leads to. Along the flow it follows the edges, those of the row first if the cursor is on
 * one; across the flow, and where no edge leads, it goes to what lies nearest that way. Null at the end of the picture.
 */
export function travel(placed: PlacedTopology, from: Spot, key: ArrowKey): string | null {
  const byId = new Map(placed.nodes.map((node) => [node.node.id, node]));
  const start = byId.get(from.node);
  if (!start) return null;
  const [forward, back] = placed.flow === 'down' ? ['ArrowDown', 'ArrowUp'] : ['ArrowRight', 'ArrowLeft'];
  const ends =
    key === forward ? targetsOf(placed.edges, from) : key === back ? sourcesOf(placed.edges, from) : [];
  const along = ends.map((id) => byId.get(id)).filter((node) => node !== undefined);
  return (nearest(start, along, key, 0) ?? nearest(start, placed.nodes, key, 2))?.node.id ?? null;
}

function targetsOf(edges: readonly TopologyEdge[], { node, row }: Spot): string[] {
  const from = edges.filter((edge) => edge.source === node);
  const ofRow = row === null ? [] : from.filter((edge) => edge.sourceRow === row);
  return (ofRow.length > 0 ? ofRow : from).map((edge) => edge.target);
}

function sourcesOf(edges: readonly TopologyEdge[], { node, row }: Spot): string[] {
  const to = edges.filter((edge) => edge.target === node);
  const ofRow = row === null ? [] : to.filter((edge) => edge.targetRow === row);
  return (ofRow.length > 0 ? ofRow : to).map((edge) => edge.source);
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
