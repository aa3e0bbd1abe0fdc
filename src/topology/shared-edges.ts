import { mergeEdges } from './edges.ts';
import { sameValue } from './equal.ts';
import type { TopologyEdge } from './types.ts';
import type { Unit } from './unit.ts';

/** An edge that several units may draw: as it is drawn once, and the ids of those that draw it, in order. */
interface Shared {
  readonly edge: TopologyEdge;
  readonly drawers: readonly string[];
}

/** The edges of a picture by unit: its own, and of the shared ones those that it is the first to draw. */
export interface EdgeBook {
  readonly shared: ReadonlyMap<string, Shared>;
  readonly byUnit: ReadonlyMap<string, readonly TopologyEdge[]>;
}

function edgesFor(unit: Unit, shared: ReadonlyMap<string, Shared>): readonly TopologyEdge[] {
  if (!unit.sharedEdges.length) return unit.edges;
  const first = unit.sharedEdges.flatMap((edge) => {
    const one = shared.get(edge.id);
    return one?.drawers[0] === unit.id ? [one.edge] : [];
  });
  return first.length ? [...unit.edges, ...first] : unit.edges;
}

function fresh(units: readonly Unit[], before: EdgeBook | undefined): EdgeBook {
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
  if (before) for (const [id, one] of shared) one.edge = asBefore(one.edge, before.shared.get(id)?.edge);
  return { shared, byUnit: new Map(units.map((unit) => [unit.id, edgesFor(unit, shared)])) };
}

const asBefore = (edge: TopologyEdge, before: TopologyEdge | undefined): TopologyEdge =>
  before && before !== edge && sameValue(before, edge) ? before : edge;

/** The units that came, in any order, and those that went; a unit made anew is both. Null where others changed places. */
function differences(
  units: readonly Unit[],
  before: readonly Unit[],
): { readonly come: readonly Unit[]; readonly gone: readonly Unit[] } | null {
  const known = new Map(before.map((unit, index) => [unit.id, index]));
  const come: Unit[] = [];
  const stays = new Set<number>();
  let last = -1;
  for (const unit of units) {
    const at = known.get(unit.id);
    if (at !== undefined && at < last) return null;
    if (at !== undefined) last = at;
    if (at !== undefined && before[at] === unit) stays.add(at);
    else come.push(unit);
  }
  return { come, gone: stays.size === before.length ? [] : before.filter((_, index) => !stays.has(index)) };
}

/**
 * The edges of a picture. With those of the picture before only what units draw that came or went is put together anew;
 * the outcome is the same.
 */
export function edgeBook(
  units: readonly Unit[],
  positions: ReadonlyMap<string, number>,
  previous?: { readonly units: readonly Unit[]; readonly book: EdgeBook },
): EdgeBook {
  const changes = previous && differences(units, previous.units);
  if (!previous || !changes) return fresh(units, previous?.book);
  const touched = new Set(
    [...changes.come, ...changes.gone].flatMap(({ sharedEdges }) => sharedEdges.map(({ id }) => id)),
  );
  const shared = touched.size ? new Map(previous.book.shared) : previous.book.shared;
  const affected = new Set(changes.come.map(({ id }) => id));
  const drawing = new Map<string, Set<string>>();
  for (const id of touched) drawing.set(id, new Set(previous.book.shared.get(id)?.drawers));
  for (const unit of changes.gone) for (const { id } of unit.sharedEdges) drawing.get(id)?.delete(unit.id);
  for (const unit of changes.come) for (const { id } of unit.sharedEdges) drawing.get(id)?.add(unit.id);
  const at = (id: string): number => positions.get(id) ?? -1;
  for (const [id, drawers] of drawing) {
    const before = previous.book.shared.get(id);
    const ids = [...drawers].sort((a, b) => at(a) - at(b));
    const edges = ids.flatMap(
      (drawer) => units[at(drawer)]?.sharedEdges.find((edge) => edge.id === id) ?? [],
    );
    for (const drawer of [...ids, ...(before?.drawers ?? [])]) affected.add(drawer);
    if (edges.length) {
      const edge = asBefore(edges.reduce(mergeEdges), before?.edge);
      (shared as Map<string, Shared>).set(id, { edge, drawers: ids });
    } else (shared as Map<string, Shared>).delete(id);
  }
  const byUnit = new Map(previous.book.byUnit);
  for (const { id } of changes.gone) if (!positions.has(id)) byUnit.delete(id);
  for (const id of affected) {
    const unit = units[at(id)];
    if (unit) byUnit.set(id, edgesFor(unit, shared));
  }
  return { shared, byUnit };
}
