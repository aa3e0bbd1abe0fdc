import {
  routesOf,
  type EdgeRoute,
  type PlacedTopology,
  type Point,
  type TopologyEdge,
} from '../../../topology/index.ts';
import { overlaps, type Rect } from '../flow/rect.ts';
import { roundedPath, type RoundedPath } from './roundedPath.ts';

/** An edge with its way across the canvas. The same object as long as the edge, its way and its target's label are. */
export interface EdgeLine {
  readonly edge: TopologyEdge;
  readonly route: EdgeRoute;
  readonly path: RoundedPath;
  /** What it may be seen in, in canvas units. */
  readonly box: Rect;
  /** The label of the node it leads to. */
  readonly target: string;
}

const lines = new WeakMap<TopologyEdge, EdgeLine>();
/** Room for arrowheads and pills beside the line. */
const MARGIN = 60;

/** The ways of all edges. An edge whose end is not placed has none. */
export function edgeLines(placed: PlacedTopology): readonly EdgeLine[] {
  const labels = new Map(placed.nodes.map(({ node }) => [node.id, node.label]));
  return [...routesOf(placed)].map(([edge, route]) => {
    const target = labels.get(edge.target) ?? '';
    const known = lines.get(edge);
    if (known && known.target === target && sameRoute(known.route, route)) return known;
    const line = { edge, route, path: roundedPath(route), box: boxAround(route.points), target };
    lines.set(edge, line);
    return line;
  });
}

function sameRoute(a: EdgeRoute, b: EdgeRoute): boolean {
  if (a === b) return true;
  if (a.radius !== b.radius || a.points.length !== b.points.length) return false;
  if (a.alone[0] !== b.alone[0] || a.alone[1] !== b.alone[1]) return false;
  return a.points.every(({ x, y }, n) => b.points[n]?.x === x && b.points[n].y === y);
}

/** Whether a line, with what belongs to it, comes into a rectangle. Its box alone says too little of a line that goes far. */
export function lineTouches({ route: { points }, box }: EdgeLine, rect: Rect): boolean {
  if (!overlaps(box, rect)) return false;
  return points.some((point, n) => n > 0 && overlaps(boxAround([points[n - 1] ?? point, point]), rect));
}

/** With room for what belongs to the line. */
function boxAround(points: readonly Point[]): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return {
    x: left - MARGIN,
    y: top - MARGIN,
    width: right - left + 2 * MARGIN,
    height: bottom - top + 2 * MARGIN,
  };
}
