import type { EdgeRoute, Point } from '../route/types.ts';

export interface RoundedPath {
  /** The line, as SVG path data. */
  readonly line: string;
  /** The open arrowhead at its end. */
  readonly head: string;
}

const HEAD_LENGTH = 9;
const HEAD_HALF = 6;

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

/** From one point towards another. */
function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to);
  if (length === 0) return from;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}

/** A way along straight lines, with its corners rounded as far as the lines are long enough, and its arrowhead. */
export function roundedPath({ points, radius }: Pick<EdgeRoute, 'points' | 'radius'>): RoundedPath {
  const [start] = points;
  const end = points.at(-1);
  if (!start || !end) return { line: '', head: '' };
  const last = points.length - 1;
  const parts = [`M${text(start)}`];
  for (let n = 1; n < last; n++) {
    const [before, corner, after] = [points[n - 1], points[n], points[n + 1]];
    if (!before || !corner || !after) continue;
    // A line between two corners is shared by both; the head stays straight.
    const [come, go] = [distance(before, corner), distance(corner, after)];
    const first = Math.min(radius, n === 1 ? come : come / 2);
    const second = Math.min(radius, n === last - 1 ? Math.max(go / 2, go - HEAD_LENGTH) : go / 2);
    parts.push(`L${text(towards(corner, before, first))}`);
    parts.push(`Q${text(corner)} ${text(towards(corner, after, second))}`);
  }
  parts.push(`L${text(end)}`);
  return { line: parts.join(' '), head: arrowhead(points[last - 1] ?? start, end) };
}

function arrowhead(before: Point, tip: Point): string {
  const back = towards(tip, before, HEAD_LENGTH);
  const wing = before.x === tip.x ? { x: HEAD_HALF, y: 0 } : { x: 0, y: HEAD_HALF };
  const [left, right] = [
    { x: back.x - wing.x, y: back.y - wing.y },
    { x: back.x + wing.x, y: back.y + wing.y },
  ];
  return `M${text(left)} L${text(tip)} L${text(right)}`;
}

const text = ({ x, y }: Point): string => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;

/** A point on a line of straight pieces, and whether its piece runs upright; `share` from 0 at the beginning to 1 at the end. */
export function pointOn(points: readonly Point[], share: number): Point & { readonly upright: boolean } {
  const lengths = points.slice(1).map((point, n) => distance(points[n] ?? point, point));
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  for (const [n, length] of lengths.entries()) {
    const [from, to] = [points[n], points[n + 1]];
    if (!from || !to) break;
    if (left <= length || n === lengths.length - 1) {
      return { ...towards(from, to, Math.min(left, length)), upright: from.x === to.x };
    }
    left -= length;
  }
  return { ...(points[0] ?? { x: 0, y: 0 }), upright: true };
}
