import { type Flow, type PlacedNode, type WayLeg, type Ways, edgeLines } from '../../../topology/index.ts';
import { freeLine, type End, type FreeLine } from '../connect/freeLine.ts';

/** One leg of a request's way, as it is drawn. */
export interface WayLine {
  readonly path: Pick<FreeLine, 'line'>;
  /** The picture has no edge here: the request goes past what it shows. */
  readonly own: boolean;
}

/** The lines of legs on a placed picture; a leg whose ends are not placed has none. */
export function wayLines(ways: Ways, legs: readonly WayLeg[]): readonly WayLine[] {
  const lineOf = legLines(ways);
  return legs.flatMap((leg) => lineOf(leg) ?? []);
}

/** The same, leg by leg. */
export function legLines(ways: Ways): (leg: WayLeg) => WayLine | undefined {
  const drawn = new Map(edgeLines(ways).map((line) => [line.edge.id, line]));
  const { placed } = ways;
  const nodes = new Map(placed.nodes.map((node) => [node.node.id, node]));
  return ({ from, to, edge }) => {
    const known = edge === null ? undefined : drawn.get(edge);
    if (known) return { path: known.path, own: false };
    const [source, target] = [nodes.get(from.node), nodes.get(to.node)];
    if (!source || !target) return undefined;
    return { path: freeLine(...around(source, target, placed.flow)), own: true };
  };
}

/** From side to side, so that the line runs beside what it passes by, and not behind it. */
function around(source: PlacedNode, target: PlacedNode, flow: Flow): [End, End] {
  const end = ({ x, y, width, height }: PlacedNode): End =>
    flow === 'down'
      ? { x: x + width, y: y + height / 2, side: 'right' }
      : { x: x + width / 2, y: y + height, side: 'bottom' };
  return [end(source), end(target)];
}

/** One path through all lines, straight across the nodes between them. */
export const wholeWay = (lines: readonly WayLine[]): string =>
  lines.map(({ path }, index) => (index === 0 ? path.line : `L${path.line.slice(1)}`)).join(' ');
