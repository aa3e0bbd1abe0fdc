import type { EdgeRoute, Point } from '../route/types.ts';
import { routeIn, type Ways } from '../route/ways.ts';
import type { TopologyEdge } from '../types.ts';
import { overlaps, type Rect } from './rect.ts';
import { roundedPath, type RoundedPath } from './rounded-path.ts';

/** An edge with its way across the canvas. The same object as long as the edge, its way and its target's label are. */
export interface EdgeLine {
  readonly edge: TopologyEdge;
  readonly route: EdgeRoute;
  /** As SVG draws it. Made when it is first asked for: of thousands of lines only some are seen. */
  readonly path: RoundedPath;
  /** What it may be seen in, in canvas units. */
  readonly box: Rect;
  /** The label of the node it leads to. */
  readonly target: string;
}

const lines = new WeakMap<TopologyEdge, EdgeLine>();
/** Room for arrowheads and pills beside the line. */
const MARGIN = 60;

/** The lines of all edges. An edge whose end is not placed has none. */
export function edgeLines(ways: Ways): readonly EdgeLine[] {
  const labels = new Map(ways.placed.nodes.map(({ node }) => [node.id, node.label]));
  return ways.placed.edges.flatMap((edge) => lineOf(ways, edge, labels.get(edge.target) ?? '') ?? []);
}

/** The line of one edge, as it is drawn. */
export function lineOf(ways: Ways, edge: TopologyEdge, target: string): EdgeLine | undefined {
  const route = routeIn(ways, edge);
  if (!route) return undefined;
  const known = lines.get(edge);
  if (known?.route === route && known.target === target) return known;
  const line = makeLine(edge, route, target);
  lines.set(edge, line);
  return line;
}

function makeLine(edge: TopologyEdge, route: EdgeRoute, target: string): EdgeLine {
  let path: RoundedPath | undefined;
  return {
    edge,
    route,
    get path() {
      return (path ??= roundedPath(route));
    },
    box: boxAround(route.points),
    target,
  };
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
