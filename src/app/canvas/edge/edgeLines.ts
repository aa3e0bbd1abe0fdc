import type { Flow, PlacedNode, PlacedTopology, TopologyEdge } from '../../../topology/index.ts';
import { groupBy } from '../../controls/groupBy.ts';
import { overlaps, type Rect } from '../flow/rect.ts';
import { endsOf } from './edgeEnds.ts';
import { edgePath, pointAt, type EdgePath, type End, type Point } from './edgePath.ts';

/** An edge with its way across the canvas. The same object as long as the edge and both its nodes are. */
export interface EdgeLine {
  readonly edge: TopologyEdge;
  readonly path: EdgePath;
  /** What it may be seen in, in canvas units. */
  readonly box: Rect;
  /** The label of the node it leads to. */
  readonly target: string;
}

/** Into so many pieces a curve is cut to tell what it touches; a piece lies within the box of its ends, nearly. */
const PIECES = 12;

/** Whether a line, with what belongs to it, comes into a rectangle. Its box alone says too little of a line that goes far. */
export function lineTouches({ path, box }: EdgeLine, rect: Rect): boolean {
  if (box.width <= rect.width && box.height <= rect.height) return overlaps(box, rect);
  let from = pointAt(path.curve, 0);
  for (let piece = 1; piece <= PIECES; piece++) {
    const to = pointAt(path.curve, piece / PIECES);
    if (overlaps(boxAround(from, to), rect)) return true;
    from = to;
  }
  return false;
}

function boxAround(from: Point, to: Point): Rect {
  return {
    x: Math.min(from.x, to.x) - MARGIN,
    y: Math.min(from.y, to.y) - MARGIN,
    width: Math.abs(from.x - to.x) + 2 * MARGIN,
    height: Math.abs(from.y - to.y) + 2 * MARGIN,
  };
}

interface Made {
  readonly source: PlacedNode;
  readonly target: PlacedNode;
  readonly flow: Flow;
  readonly aside: number;
  readonly line: EdgeLine;
}

const ways = new WeakMap<TopologyEdge, Made>();
/** Room for bows, arrowheads and pills beside the straight way. */
const MARGIN = 100;

/** The ways of all edges. An edge whose end is not placed has none. */
export function edgeLines(placed: PlacedTopology): readonly EdgeLine[] {
  const nodes = new Map(placed.nodes.map((node) => [node.node.id, node]));
  const lines: EdgeLine[] = [];
  const parallels = parallelsOf(placed.edges);
  for (const edge of placed.edges) {
    const source = nodes.get(edge.source);
    const target = nodes.get(edge.target);
    if (!source || !target) continue;
    const made = { source, target, flow: placed.flow, aside: parallels.get(edge) ?? 0 };
    const known = ways.get(edge);
    const line = known && isSame(known, made) ? known.line : edgeLine(edge, made);
    if (line !== known?.line) ways.set(edge, { ...made, line });
    lines.push(line);
  }
  return lines;
}

function isSame(a: Omit<Made, 'line'>, b: Omit<Made, 'line'>): boolean {
  return a.source === b.source && a.target === b.target && a.flow === b.flow && a.aside === b.aside;
}

/** Between lines that lead from one place to the same other. */
const PARALLEL_GAP = 16;

/** How far aside an edge runs, because others lead from the same place to the same place. */
function parallelsOf(edges: readonly TopologyEdge[]): ReadonlyMap<TopologyEdge, number> {
  const groups = groupBy(edges, ({ source, sourceRow, target, targetRow }) =>
    [source, sourceRow, target, targetRow].join('\n'),
  );
  const asides = new Map<TopologyEdge, number>();
  for (const group of groups.values()) {
    if (group.length === 1) continue;
    group.forEach((edge, index) => asides.set(edge, (index - (group.length - 1) / 2) * PARALLEL_GAP));
  }
  return asides;
}

function edgeLine(edge: TopologyEdge, { source, target, flow, aside }: Omit<Made, 'line'>): EdgeLine {
  const [from, to] = endsOf(edge, source, target, flow).map((end) => moved(end, aside)) as [End, End];
  return { edge, path: edgePath(from, to), box: boxAround(from, to), target: target.node.label };
}

/** Along the side that it touches. */
function moved({ x, y, side }: End, aside: number): End {
  return side === 'top' || side === 'bottom' ? { x: x + aside, y, side } : { x, y: y + aside, side };
}
