import {
  handleOf,
  handlesOf,
  type Flow,
  type NodeHandle,
  type PlacedNode,
  type Point,
} from '../../../topology/index.ts';

/** Where a line begins or ends, and on which side of its node. */
export interface End extends Point {
  readonly side: NodeHandle['position'];
}

export interface FreeLine {
  /** The line, as SVG path data. */
  readonly line: string;
  /** The open arrowhead at its end. */
  readonly head: string;
}

const HEAD_LENGTH = 9;
const HEAD_HALF = 6;

const OUTWARD: Record<End['side'], Point> = {
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
};

/** Where a line touches a node, or a row of it; a row that is not drawn has its node's own handle. */
export function endOf(placed: PlacedNode, end: 'source' | 'target', row: string | null, flow: Flow): End {
  const handles = handlesOf(placed, flow);
  const handle =
    handles.find(({ id }) => id === handleOf(end, row)) ??
    handles.find(({ id }) => id === handleOf(end, null));
  return {
    x: placed.x + (handle?.x ?? 0),
    y: placed.y + (handle?.y ?? 0),
    side: handle?.position ?? 'bottom',
  };
}

/** A smooth way between two ends, leaving and arriving straight. Also right for ways that run backwards. */
export function freeLine(from: End, to: End): FreeLine {
  const first = along(from, bow(from, to));
  const second = along(to, bow(to, from));
  return {
    line: `M${text(from)} C${text(first)} ${text(second)} ${text(to)}`,
    head: arrowhead(to),
  };
}

/** How far a curve goes straight on before it turns: half the way, or wide enough to go around when it runs backwards. */
function bow(end: End, other: Point): number {
  const out = OUTWARD[end.side];
  const ahead = (other.x - end.x) * out.x + (other.y - end.y) * out.y;
  const aside = Math.abs((other.x - end.x) * out.y) + Math.abs((other.y - end.y) * out.x);
  return ahead >= 0 ? Math.max(ahead / 2, Math.min(aside / 3, 24)) : 40 + Math.min(-ahead, 240) / 3;
}

function along(end: End, distance: number): Point {
  const out = OUTWARD[end.side];
  return { x: end.x + out.x * distance, y: end.y + out.y * distance };
}

function arrowhead(to: End): string {
  const out = OUTWARD[to.side];
  const back = { x: to.x + out.x * HEAD_LENGTH, y: to.y + out.y * HEAD_LENGTH };
  const wing = { x: out.y * HEAD_HALF, y: out.x * HEAD_HALF };
  const [left, right] = [
    { x: back.x + wing.x, y: back.y + wing.y },
    { x: back.x - wing.x, y: back.y - wing.y },
  ];
  return `M${text(left)} L${text(to)} L${text(right)}`;
}

function text(point: Point): string {
  return `${Math.round(point.x * 10) / 10},${Math.round(point.y * 10) / 10}`;
}
