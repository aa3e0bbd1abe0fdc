import type { Rect } from './rect.ts';
import type { EdgeLine } from './edge-lines.ts';
import { occupancy, type Occupancy } from './occupancy.ts';

/** A straight piece of a line. */
export interface Wire extends Rect {
  readonly edge: string;
  /** Where its traffic comes from: a rule, or a node. */
  readonly from: string;
}

/** As thick as a line is drawn. */
const STROKE = 2;

export const fromOf = ({ edge }: EdgeLine): string => `${edge.source} ${edge.sourceRow ?? ''}`;

/** Where lines run. */
export function wiresOf(lines: readonly EdgeLine[]): Occupancy<Wire> {
  return occupancy(
    lines.flatMap((line) => {
      const { points } = line.route;
      return points.slice(1).map((to, n): Wire => {
        const from = points[n] ?? to;
        return {
          edge: line.edge.id,
          from: fromOf(line),
          x: Math.min(from.x, to.x) - STROKE / 2,
          y: Math.min(from.y, to.y) - STROKE / 2,
          width: Math.abs(from.x - to.x) + STROKE,
          height: Math.abs(from.y - to.y) + STROKE,
        };
      });
    }),
  );
}
