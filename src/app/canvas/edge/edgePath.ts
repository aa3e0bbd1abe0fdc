import type { Flow } from '../../../topology/index.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface EdgePath {
  /** The line, as SVG path data. */
  readonly line: string;
  /** The open arrowhead at its end. */
  readonly head: string;
  readonly middle: Point;
  /** On which side of the middle a pill stands clear of the line: -1 left, 1 right, 0 on the line itself. */
  readonly side: -1 | 0 | 1;
}

const HEAD_LENGTH = 9;
const HEAD_HALF = 6;

/** A smooth way from one handle to another, leaving and arriving along the flow. Also right for ways that run backwards. */
export function edgePath(from: Point, to: Point, flow: Flow): EdgePath {
  const down = flow === 'down';
  const along = down ? to.y - from.y : to.x - from.x;
  const across = down ? to.x - from.x : to.y - from.y;
  // A way that runs backwards needs a wider bow, or the curve would lie on the nodes.
  const bow = along >= 0 ? Math.max(along / 2, Math.min(18, along)) : 60 + Math.min(Math.abs(along), 160) / 3;
  const detour = along < 0 && Math.abs(across) < 40 ? 90 : 0;
  const first = down ? { x: from.x + detour, y: from.y + bow } : { x: from.x + bow, y: from.y + detour };
  const second = down ? { x: to.x + detour, y: to.y - bow } : { x: to.x - bow, y: to.y + detour };
  const line = `M${round(from)} C${round(first)} ${round(second)} ${round(to)}`;
  const head = down
    ? `M${to.x - HEAD_HALF},${to.y - HEAD_LENGTH} L${to.x},${to.y} L${to.x + HEAD_HALF},${to.y - HEAD_LENGTH}`
    : `M${to.x - HEAD_LENGTH},${to.y - HEAD_HALF} L${to.x},${to.y} L${to.x - HEAD_LENGTH},${to.y + HEAD_HALF}`;
  // Lines that run across have no room beside them: there the pill stands on the line.
  const side = !down ? 0 : across < 0 ? -1 : 1;
  return { line, head, middle: bezierAt(from, first, second, to, 0.5), side };
}

function bezierAt(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const s = 1 - t;
  const mix = (p: number, q: number, r: number, w: number) =>
    s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * w;
  return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
}

function round(point: Point): string {
  return `${Math.round(point.x * 10) / 10},${Math.round(point.y * 10) / 10}`;
}
