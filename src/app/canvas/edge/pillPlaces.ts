import type { PlacedNode } from '../../../topology/index.ts';
import { overlaps, type Rect } from '../flow/rect.ts';
import type { EdgeLine } from './edgeLines.ts';
import { pointAt, type Point } from './edgePath.ts';
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
const STOPS = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

/**
 * Places for all pills: beside their lines, and on no node and no other pill as long as there is room. The same for the
 * same picture.
 */
export function pillPlaces(lines: readonly EdgeLine[], nodes: readonly PlacedNode[]): readonly PlacedPill[] {
  const taken = occupancy();
  for (const node of nodes) taken.add(node);
  const placed: PlacedPill[] = [];
  for (const line of lines) {
    const pill = pillOf(line.edge);
    if (!pill) continue;
    const boxes = candidates(line, pillWidth(pill));
    const free = boxes.find((candidate) => taken.isFree(candidate));
    const box = free ?? boxes[0];
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

/** An average of the font in use; a few pixels do not matter here. */
export function pillWidth(pill: Pill): number {
  return 18 + pill.words.length * 6.2 + ((pill.lock ? 1 : 0) + pill.marks.length) * 14;
}

/** What a pill covers. */
export function pillBox({ x, y, pill }: PlacedPill): Rect {
  const width = pillWidth(pill);
  return { x: x - width / 2, y: y - PILL_HEIGHT / 2, width, height: PILL_HEIGHT };
}

function candidates({ path }: EdgeLine, width: number): Rect[] {
  const [start, , , end] = path.curve;
  const around = (x: number, y: number) => ({
    x: x - width / 2,
    y: y - PILL_HEIGHT / 2,
    width,
    height: PILL_HEIGHT,
  });
  const points = STOPS.map((stop) => pointAt(path.curve, stop));
  const onLine = points.map(({ x, y }) => around(x, y));
  // Lines that run across have no room beside them: there the pill stands on the line.
  if (Math.abs(end.y - start.y) < Math.abs(end.x - start.x) / 2) return onLine;
  const outward = end.x < start.x ? -1 : 1;
  const beside = (side: number) => points.map(({ x, y }) => around(x + side * (GAP + width / 2), y));
  return [...beside(outward), ...beside(-outward), ...onLine];
}
