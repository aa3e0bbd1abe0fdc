import type { Point } from '../route/types.ts';
import type { PlacedNode } from '../types.ts';
import type { Rect } from './rect.ts';
import type { EdgeLine } from './edge-lines.ts';
import { pillOf, type Pill } from './edge-words.ts';
import { occupancy, type Occupancy } from './occupancy.ts';
import { PILL_HEIGHT, pillBox, placeWidth, shorter } from './pill-size.ts';
import { spotsFor, type PillSpot } from './pill-spots.ts';
import { fromOf, wiresOf, type Wire } from './wires.ts';

/** A pill with the middle of its place, in canvas units. */
export interface PlacedPill extends Point {
  readonly line: EdgeLine;
  readonly pill: Pill;
}

/** Lines from one node to another whose pills have no room, told by one. */
export interface Bundle extends Point {
  readonly lines: readonly EdgeLine[];
}

export interface PillPlaces {
  readonly pills: readonly PlacedPill[];
  readonly bundles: readonly Bundle[];
}

interface Room {
  readonly nodes: Occupancy<Rect>;
  readonly pills: Occupancy<Rect>;
  readonly wires: Occupancy<Wire>;
}

/**
 * Places for all pills: on no node, on no other pill, and where nobody can take them for another line's. Those for which
 * there is no such place are told together, by a pill for each two nodes; seldom there is room for none. The same for
 * the same picture.
 */
export function pillPlaces(lines: readonly EdgeLine[], nodes: readonly PlacedNode[]): PillPlaces {
  const room: Room = { nodes: occupancy<Rect>(nodes), pills: occupancy<Rect>(), wires: wiresOf(lines) };
  const sides = sidesOf(lines);
  const pills: PlacedPill[] = [];
  const untold = new Map<string, EdgeLine[]>();
  for (const line of lines) {
    const pill = pillOf(line.edge);
    if (!pill) continue;
    const placed = placePill(line, pill, sides, room);
    if (placed) pills.push(placed);
    else {
      const key = `${line.edge.source} ${line.edge.target}`;
      const known = untold.get(key);
      if (known) known.push(line);
      else untold.set(key, [line]);
    }
  }
  const bundles = [...untold.values()].flatMap((some) => placeBundle(some, sides, room) ?? []);
  return { pills, bundles };
}

/** So few of them are shown even where they cover something else: a rule that is looked at tells all. */
const FEW = 6;

/**
 * Places for the pills of lines that are looked at and have none: other lines are quiet then, and only nodes, their own
 * pills and those for many are in the way.
 */
export function litPills(
  lines: readonly EdgeLine[],
  shown: PillPlaces,
  nodes: readonly PlacedNode[],
): readonly PlacedPill[] {
  const told = new Map(shown.pills.map((placed) => [placed.line.edge.id, placed]));
  const missing = lines.filter(({ edge }) => !told.has(edge.id) && pillOf(edge));
  if (missing.length === 0) return [];
  const pills = occupancy([
    ...lines.flatMap(({ edge }) => told.get(edge.id) ?? []).map(pillBox),
    ...shown.bundles.map(bundleBox),
  ]);
  const room: Room = { nodes: occupancy<Rect>(nodes), pills, wires: wiresOf(lines) };
  const sides = sidesOf(lines);
  return missing.flatMap((line) => {
    const pill = pillOf(line.edge);
    if (!pill) return [];
    const placed = placePill(line, pill, sides, room);
    return placed ?? (missing.length > FEW ? null : placeSomehow(line, pill, sides, room)) ?? [];
  });
}

type Sides = (line: EdgeLine) => -1 | 1;

/** Clear of everything, else as short as can be, else on its own line where hardly anything else lies beneath. */
function placePill(line: EdgeLine, pill: Pill, sides: Sides, room: Room): PlacedPill | null {
  const ways = [pill, shorter(line.edge, pill)].flatMap((one) => (one ? [one] : []));
  for (const clear of [isClear, isOwn]) {
    for (const one of ways) {
      const spot = spotsFor(line, placeWidth(one), sides(line)).find(
        ({ box, ...how }) => isEmpty(box, room) && clear(line, { box, ...how }, room),
      );
      if (spot) return take(line, one, spot.box, room);
    }
  }
  return null;
}

function placeSomehow(line: EdgeLine, pill: Pill, sides: Sides, room: Room): PlacedPill | null {
  const one = shorter(line.edge, pill) ?? pill;
  const spots = spotsFor(line, placeWidth(one), sides(line));
  const spot = spots.find(({ box }) => isEmpty(box, room)) ?? spots.find(({ box }) => room.nodes.isFree(box));
  return spot ? take(line, one, spot.box, room) : null;
}

function placeBundle(lines: readonly EdgeLine[], sides: Sides, room: Room): Bundle | null {
  const own = new Set(lines.map(({ edge }) => edge.id));
  const width = placeWidth(bundlePill(lines.length));
  const spots = lines
    .flatMap((line) => spotsFor(line, width, sides(line)))
    .filter(({ box }) => isEmpty(box, room));
  const isAmongOwn = ({ box }: PillSpot) => room.wires.isFree(box, ({ edge }) => !own.has(edge));
  const spot = spots.find(isAmongOwn) ?? spots.find(({ isOn }) => isOn);
  if (!spot) return null;
  room.pills.add(spot.box);
  return { lines, ...middleOf(spot.box) };
}

/** What stands for the pills of so many lines. */
export const bundlePill = (count: number): Pill => ({ words: `+${count}`, lock: false, marks: [] });

export const bundleBox = ({ lines, x, y }: Bundle): Rect => {
  const width = placeWidth(bundlePill(lines.length));
  return { x: x - width / 2, y: y - PILL_HEIGHT / 2, width, height: PILL_HEIGHT };
};

const isEmpty = (box: Rect, { nodes, pills }: Room): boolean => nodes.isFree(box) && pills.isFree(box);

/** No other line is near. */
const isClear = ({ edge }: EdgeLine, { box }: PillSpot, { wires }: Room): boolean =>
  wires.isFree(box, (wire) => wire.edge !== edge.id);

/**
 * It stands on its line. What else runs there comes from the same rule, and is told apart by its words; of others there
 * is at most one line.
 */
function isOwn(line: EdgeLine, { box, isOn }: PillSpot, { wires }: Room): boolean {
  const others = new Set<string>();
  const isTooMuch = (wire: Wire): boolean => {
    if (wire.edge !== line.edge.id && wire.from !== fromOf(line)) others.add(wire.edge);
    return others.size > 1;
  };
  return isOn && wires.isFree(box, isTooMuch);
}

function take(line: EdgeLine, pill: Pill, box: Rect, { pills }: Room): PlacedPill {
  pills.add(box);
  return { line, pill, ...middleOf(box) };
}

const middleOf = ({ x, y, width }: Rect): Point => ({ x: x + width / 2, y: y + PILL_HEIGHT / 2 });

/** The side that a line leans to; of straight ones that run side by side the left half stands to the left. */
function sidesOf(lines: readonly EdgeLine[]): Sides {
  const key = (line: EdgeLine) => `${fromOf(line)} ${line.edge.target}`;
  const twins = new Map<string, { sum: number; count: number }>();
  for (const line of lines) {
    const { sum, count } = twins.get(key(line)) ?? { sum: 0, count: 0 };
    twins.set(key(line), { sum: sum + (line.route.points[0]?.x ?? 0), count: count + 1 });
  }
  return (line) => {
    const { points } = line.route;
    const [first, last] = [points[0]?.x ?? 0, points.at(-1)?.x ?? 0];
    if (first !== last) return last < first ? -1 : 1;
    const { sum, count } = twins.get(key(line)) ?? { sum: 0, count: 1 };
    return first < sum / count ? -1 : 1;
  };
}
