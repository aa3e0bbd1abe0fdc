import type { NodeHandle } from '../../../topology/index.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a line begins or ends, and on which side of its node. */
export interface End extends Point {
  readonly side: NodeHandle['position'];
}

export interface EdgePath {
  /** The line, as SVG path data. */
  readonly line: string;
  /** The open arrowhead at its end. */
  readonly head: string;
  /** The four points of the curve. */
  readonly curve: readonly [Point, Point, Point, Point];
}

const HEAD_LENGTH = 9;
const HEAD_HALF = 6;

const OUTWARD: Record<End['side'], Point> = {
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
};

/** A smooth way between two ends, leaving and arriving straight. Also right for ways that run backwards. */
export function edgePath(from: End, to: End): EdgePath {
  const first = along(from, bow(from, to));
  const second = along(to, bow(to, from));
  return {
    line: `M${text(from)} C${text(first)} ${text(second)} ${text(to)}`,
    head: arrowhead(to),
    curve: [from, first, second, to],
  };
}

/** A point of a curve; `t` from 0 at its beginning to 1 at its end. */
export function pointAt([a, b, c, d]: EdgePath['curve'], t: number): Point {
  const s = 1 - t;
  const mix = (p: number, q: number, r: number, w: number) =>
    s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * w;
  return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
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
