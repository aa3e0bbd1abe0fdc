import { type Topology, type TopologyEdge, edgeWords } from '../../../topology/index.ts';
import type { Spot } from '../state/canvasState.ts';

/** Ways that lead on from a place, or those that lead there. */
export type Direction = 'out' | 'in';

/** A way that the keyboard stands on, and where it stood before. */
export interface Way {
  readonly edge: string;
  readonly from: Spot;
  readonly direction: Direction;
}

/** The ways at a place: of its row where that has some, else of the whole node. */
export function waysAt(
  { edges }: Pick<Topology, 'edges'>,
  { node, row }: Spot,
  direction: Direction,
): readonly TopologyEdge[] {
  const [end, endRow] =
    direction === 'out' ? (['source', 'sourceRow'] as const) : (['target', 'targetRow'] as const);
  const ofNode = edges.filter((edge) => edge[end] === node);
  const ofRow = row === null ? [] : ofNode.filter((edge) => edge[endRow] === row);
  return ofRow.length > 0 ? ofRow : ofNode;
}

/** The way after the one that the keyboard stands on, round and round; the first where it stands on none in that direction. */
export function nextWay(drawn: Topology, spot: Spot, now: Way | null, direction: Direction): Way | null {
  const ways = waysAt(drawn, spot, direction);
  const at = now?.direction === direction ? ways.findIndex(({ id }) => id === now.edge) : -1;
  const next = ways[(at + 1) % Math.max(1, ways.length)];
  return next ? { edge: next.id, from: spot, direction } : null;
}

/** Where a way leads: to the node at its end, or back to the row that it comes from. */
export function endOfWay(drawn: Topology, way: Way): Spot | null {
  const edge = drawn.edges.find(({ id }) => id === way.edge);
  if (!edge) return null;
  return way.direction === 'out'
    ? { node: edge.target, row: null }
    : { node: edge.source, row: edge.sourceRow };
}

/** `2 of 3 ways from here: routes to reviews, weight 80`. */
export function wayWords(drawn: Topology, way: Way): string {
  const ways = waysAt(drawn, way.from, way.direction);
  const at = ways.findIndex(({ id }) => id === way.edge);
  const edge = ways[at];
  if (!edge) return '';
  const label = (id: string) => drawn.nodes.find((node) => node.id === id)?.label ?? '';
  const which = ways.length === 1 ? 'the only way' : `${at + 1} of ${ways.length} ways`;
  return way.direction === 'out'
    ? `${which} from here: ${edgeWords(edge, label(edge.target))}`
    : `${which} to here: ${label(edge.source)} ${edgeWords(edge, label(edge.target))}`;
}

/** How many ways there are at a place: `3 ways from here`; the only one in full. Empty where there is none. */
export function waysWords(drawn: Topology, spot: Spot): string {
  const ways = waysAt(drawn, spot, 'out');
  const [only] = ways;
  if (!only) return '';
  const label = drawn.nodes.find((node) => node.id === only.target)?.label ?? '';
  return ways.length === 1 ? edgeWords(only, label) : `${ways.length} ways from here`;
}
