import { mergeEdges } from './edges.ts';
import { sameValue } from './equal.ts';
import type { Hunk } from './hunks.ts';
import type { Order } from './order.ts';
import type { TopologyEdge } from './types.ts';
import type { Unit } from './unit.ts';

/** An edge that several units may draw: as it is drawn once, and the ids of those that draw it, in order. */
interface Shared {
  readonly edge: TopologyEdge;
  readonly drawers: readonly string[];
}

/** The edges that several units may draw, by id. */
export type SharedEdges = ReadonlyMap<string, Shared>;

/** Every edge, in the order of the units: of each its own, and of the shared ones those that it is the first to draw. */
export function edgesOf(units: readonly Unit[], shared: SharedEdges): readonly TopologyEdge[] {
  const drawn: TopologyEdge[] = [];
  for (const unit of units) {
    for (const edge of unit.edges) drawn.push(edge);
    for (const { id } of unit.sharedEdges) {
      const one = shared.get(id);
      if (one?.drawers[0] === unit.id) drawn.push(one.edge);
    }
  }
  return drawn;
}

/** The shared edges of units, the same objects as before where they say the same. */
export function sharedEdgesOf(units: readonly Unit[], before?: SharedEdges): SharedEdges {
  const shared = new Map<string, { edge: TopologyEdge; drawers: string[] }>();
  for (const unit of units) {
    for (const edge of unit.sharedEdges) {
      const known = shared.get(edge.id);
      if (known) {
        known.edge = mergeEdges(known.edge, edge);
        known.drawers.push(unit.id);
      } else shared.set(edge.id, { edge, drawers: [unit.id] });
    }
  }
  if (before) for (const [id, one] of shared) one.edge = asBefore(one.edge, before.get(id)?.edge);
  return shared;
}

const asBefore = (edge: TopologyEdge, before: TopologyEdge | undefined): TopologyEdge =>
  before && before !== edge && sameValue(before, edge) ? before : edge;

/** The same out of the shared edges before, where only what some units draw is different. */
export function sharedEdgesAfter(
  before: SharedEdges,
  hunks: readonly Hunk<Unit>[],
  { units, positions }: Order,
): SharedEdges {
  const different = hunks.filter(({ was, is }) => !sharesTheSame(was, is));
  const [gone, come] = [different.flatMap(({ was }) => was), different.flatMap(({ is }) => is)];
  const drawing = new Map<string, Set<string>>();
  for (const { sharedEdges } of [...gone, ...come])
    for (const { id } of sharedEdges) drawing.set(id, new Set(before.get(id)?.drawers));
  if (!drawing.size) return before;
  for (const unit of gone) for (const { id } of unit.sharedEdges) drawing.get(id)?.delete(unit.id);
  for (const unit of come) for (const { id } of unit.sharedEdges) drawing.get(id)?.add(unit.id);
  const shared = new Map(before);
  const at = (id: string): number => positions.get(id) ?? -1;
  for (const [id, drawers] of drawing) {
    const ids = [...drawers].sort((a, b) => at(a) - at(b));
    const edges = ids.flatMap(
      (drawer) => units[at(drawer)]?.sharedEdges.find((edge) => edge.id === id) ?? [],
    );
    if (edges.length)
      shared.set(id, { edge: asBefore(edges.reduce(mergeEdges), before.get(id)?.edge), drawers: ids });
    else shared.delete(id);
  }
  return shared;
}

const sharesTheSame = (was: readonly Unit[], is: readonly Unit[]): boolean =>
  was.length === is.length &&
  was.every((unit, n) => unit.id === is[n]?.id && unit.sharedEdges === is[n].sharedEdges);
