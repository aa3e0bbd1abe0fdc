import type { Rect } from './rect.ts';
import type { EdgeLine } from './edge-lines.ts';
import { PILL_HEIGHT } from './pill-size.ts';
import { pointOn } from './rounded-path.ts';

/** A place for a pill: on its line, or beside it. */
export interface PillSpot {
  readonly box: Rect;
  readonly isOn: boolean;
}

/** Beside its line, with this much between them. */
const GAP = 8;
/** Over or under one that runs across, with less. */
const CLOSE = 3;
/** Where along a line a pill may stand, the best place first. */
const STOPS = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.45, 0.55, 0.35, 0.65, 0.25, 0.75, 0.15, 0.85, 0.1, 0.9];

/** Where a pill may stand: beside its line where that runs upright, first on the side `outward`; on it, over or under it where it runs across. */
export function spotsFor({ route }: EdgeLine, width: number, outward: -1 | 1): readonly PillSpot[] {
  const [from, to] = route.alone;
  const own = route.points.slice(from, to + 1);
  const points = STOPS.map((stop) => pointOn(own, stop));
  const around = (x: number, y: number): Rect => ({
    x: x - width / 2,
    y: y - PILL_HEIGHT / 2,
    width,
    height: PILL_HEIGHT,
  });
  const beside = (side: number) =>
    points
      .filter(({ upright }) => upright)
      .map(({ x, y }) => ({ box: around(x + side * (GAP + width / 2), y), isOn: false }));
  const over = points
    .filter(({ upright }) => !upright)
    .flatMap(({ x, y }) => [-1, 1].map((side) => ({ x, y: y + side * (CLOSE + PILL_HEIGHT / 2) })))
    .map(({ x, y }) => ({ box: around(x, y), isOn: false }));
  const onLine = (isUpright: boolean) =>
    points
      .filter(({ upright }) => upright === isUpright)
      .map(({ x, y }) => ({ box: around(x, y), isOn: true }));
  return [...beside(outward), ...beside(-outward), ...onLine(false), ...over, ...onLine(true)];
}
