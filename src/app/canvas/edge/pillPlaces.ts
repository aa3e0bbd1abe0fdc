import type { PlacedNode, Point } from '../../../topology/index.ts';
import { overlaps, type Rect } from '../flow/rect.ts';
import type { EdgeLine } from './edgeLines.ts';
import { pointOn } from './roundedPath.ts';
import { pillOf, type Pill } from './edgeWords.ts';
import { occupancy } from './occupancy.ts';

/** A pill with the middle of its place, in canvas units. */
export interface PlacedPill extends Point {
  readonly line: EdgeLine;
  readonly pill: Pill;
}

export const PILL_HEIGHT = 20;
/** Beside its line, with this much between them. */
const GAP = 8;
/** Where along a line a pill may stand, the best place first. */
const STOPS = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.45, 0.55, 0.35, 0.65, 0.25, 0.75, 0.15, 0.85, 0.1, 0.9];

/**
 * Places for all pills: beside their lines, and on no node and no other pill as long as there is room. The same for the
 * same picture.
 */
export function pillPlaces(lines: readonly EdgeLine[], nodes: readonly PlacedNode[]): readonly PlacedPill[] {
  const [taken, ground] = [occupancy(), occupancy()];
  for (const node of nodes) {
    taken.add(node);
    ground.add(node);
  }
  const placed: PlacedPill[] = [];
  const beside = new Map<string, EdgeLine[]>();
  for (const line of lines) {
    const known = beside.get(besideKey(line));
    if (known) known.push(line);
    else beside.set(besideKey(line), [line]);
  }
  for (const line of lines) {
    const pill = pillOf(line.edge);
    if (!pill) continue;
    const boxes = candidates(line, pillWidth(pill), sideOf(line, beside.get(besideKey(line)) ?? []));
    const free = boxes.find((candidate) => taken.isFree(candidate));
    // A pill may cover another before it comes to lie under a node, where nobody sees it.
    const box = free ?? boxes.find((candidate) => ground.isFree(candidate)) ?? boxes[0];
    // Without room, two that say the same are one.
    if (
      !box ||
      (!free && placed.some((other) => other.pill.words === pill.words && overlaps(pillBox(other), box)))
    )
      continue;
    taken.add(box);
    placed.push({ line, pill, x: box.x + box.width / 2, y: box.y + box.height / 2 });
  }
  return placed;
}

const besideKey = ({ edge }: EdgeLine): string => `${edge.source} ${edge.sourceRow ?? ''} ${edge.target}`;

/** The side that a line leans to; of straight ones that run side by side the left half stands to the left. */
function sideOf({ route: { points } }: EdgeLine, twins: readonly EdgeLine[]): -1 | 1 {
  const [first, last] = [points[0]?.x ?? 0, points.at(-1)?.x ?? 0];
  if (first !== last) return last < first ? -1 : 1;
  const others = twins.map(({ route }) => route.points[0]?.x ?? 0);
  return first < others.reduce((sum, x) => sum + x, 0) / Math.max(1, others.length) ? -1 : 1;
}

/** An average of the font in use; a few pixels do not matter here. */
export function pillWidth(pill: Pill): number {
  return 18 + pill.words.length * 6.2 + ((pill.lock ? 1 : 0) + pill.marks.length) * 14;
}

/** What a pill covers. */
export function pillBox({ x, y, pill }: PlacedPill): Rect {
  const width = pillWidth(pill);
  return { x: x - width / 2, y: y - PILL_HEIGHT / 2, width, height: PILL_HEIGHT };
}

/** Where a pill may stand: beside its line where that runs upright, on it where it runs across. */
function candidates({ route }: EdgeLine, width: number, outward: -1 | 1): Rect[] {
  const [from, to] = route.alone;
  const own = route.points.slice(from, to + 1);
  const around = (x: number, y: number) => ({
    x: x - width / 2,
    y: y - PILL_HEIGHT / 2,
    width,
    height: PILL_HEIGHT,
  });
  const points = STOPS.map((stop) => pointOn(own, stop));
  const beside = (side: number) =>
    points.filter(({ upright }) => upright).map(({ x, y }) => around(x + side * (GAP + width / 2), y));
  const onLine = (upright: boolean) =>
    points.filter((point) => point.upright === upright).map(({ x, y }) => around(x, y));
  return [...beside(outward), ...beside(-outward), ...onLine(false), ...onLine(true)];
}
