import { layeredGet, layeredWith, type Layered } from '../istio/index.ts';
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
export type SharedEdges = Layered<Shared>;

export const sharedBy = (shared: SharedEdges, id: string): Shared | undefined => layeredGet(shared, id);

/** The edges of a unit: its own, and of the shared ones those that it is the first to draw. */
export function drawnBy(unit: Unit, shared: SharedEdges): readonly TopologyEdge[] {
  if (!unit.sharedEdges.length) return unit.edges;
  const first = unit.sharedEdges.flatMap(({ id }) => {
    const one = layeredGet(shared, id);
    return one?.drawers[0] === unit.id ? [one.edge] : [];
  });
  return first.length ? [...unit.edges, ...first] : unit.edges;
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
  if (before) for (const [id, one] of shared) one.edge = asBefore(one.edge, layeredGet(before, id)?.edge);
  return { base: shared, layer: new Map() };
}

const asBefore = (edge: TopologyEdge, before: TopologyEdge | undefined): TopologyEdge =>
  before && before !== edge && sameValue(before, edge) ? before : edge;

/** The same out of the shared edges before, where only what some units draw is different; and the ids of those looked at. */
export function sharedEdgesAfter(
  before: SharedEdges,
  hunks: readonly Hunk<Unit>[],
  { units, positions }: Order,
): { readonly shared: SharedEdges; readonly touched: Iterable<string> } {
  const different = hunks.filter(({ was, is }) => !sharesTheSame(was, is));
  const [gone, come] = [different.flatMap(({ was }) => was), different.flatMap(({ is }) => is)];
  const drawing = new Map<string, Set<string>>();
  for (const { sharedEdges } of [...gone, ...come])
    for (const { id } of sharedEdges) drawing.set(id, new Set(layeredGet(before, id)?.drawers));
  for (const unit of gone) for (const { id } of unit.sharedEdges) drawing.get(id)?.delete(unit.id);
  for (const unit of come) for (const { id } of unit.sharedEdges) drawing.get(id)?.add(unit.id);
  const changes = new Map<string, Shared | undefined>();
  const at = (id: string): number => positions.get(id) ?? -1;
  for (const [id, drawers] of drawing) {
    const ids = [...drawers].sort((a, b) => at(a) - at(b));
    const edges = ids.flatMap(
      (drawer) => units[at(drawer)]?.sharedEdges.find((edge) => edge.id === id) ?? [],
    );
    const edge = edges.length ? asBefore(edges.reduce(mergeEdges), layeredGet(before, id)?.edge) : undefined;
    changes.set(id, edge && { edge, drawers: ids });
  }
  return { shared: layeredWith(before, changes), touched: drawing.keys() };
}

const sharesTheSame = (was: readonly Unit[], is: readonly Unit[]): boolean =>
  was.length === is.length &&
  was.every((unit, n) => unit.id === is[n]?.id && unit.sharedEdges === is[n].sharedEdges);
