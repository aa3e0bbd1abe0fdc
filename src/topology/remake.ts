import { meshChanges, touchedKeys, type Mesh, type Regexes, type Resource } from '../istio/index.ts';
import { tellHosts } from '../routing/index.ts';
import { assemble, patch, type Replacement } from './assemble.ts';
import { callerNodes, callersAmong, make, NO_CALLERS, NO_DEMANDS, type Basis } from './basis.ts';
import { touchedCallers } from './callers.ts';
import { demandsAfter, ghostsIn } from './demands.ts';
import type { TouchedKeys } from './key-table.ts';
import type { Known } from './scope.ts';
import { sameList, type Demand, type Unit } from './unit.ts';

const sameResources = (a: readonly Resource[], b: readonly Resource[]): boolean =>
  a.length === b.length && a.every((resource, n) => resource.id === b[n]?.id);

/** The way of most edits: some resources say something else, and none came, went or moved. Undefined where that is not so: then `startOver`. */
export function remake(mesh: Mesh, before: Basis, regexes: Regexes | undefined): Basis | undefined {
  const keys = touchedKeys(before.mesh, mesh);
  if (!keys || tellHosts(mesh) !== before.tellHosts || regexes !== before.regexes) return undefined;
  if (!sameResources(before.mesh.resources, mesh.resources)) return undefined;

  const order = [...before.order];
  const dirty = new Uint8Array(order.length);
  for (const { after } of meshChanges(before.mesh, mesh)) {
    const at = before.positions.get(after?.id ?? '');
    if (at !== undefined) dirty[at] = 1;
  }
  const replaced: (Replacement & { readonly index: number })[] = [];
  const redo = (index: number, asked: readonly Demand[], known: Known): void => {
    const unit = before.order[index];
    if (!unit) return;
    const resource = unit.resource && (mesh.byId.get(unit.resource.id) ?? null);
    const after = make(resource, unit.id, asked, known, unit, before.table);
    order[index] = after;
    replaced.push({ index, before: unit, after });
  };
  const isStale = (index: number, touched: TouchedKeys): boolean =>
    dirty[index] === 1 || touched.some(order[index]?.keys ?? []);

  const byMesh = before.table.touched(keys);
  const first: Known = { mesh, callers: NO_CALLERS, tellHosts: before.tellHosts, regexes };
  for (let n = 0; n < before.rulesAt; n++) if (isStale(n, byMesh)) redo(n, NO_DEMANDS, first);
  const callers = replaced.length ? callersAmong(order.slice(0, before.rulesAt)) : before.callers;
  const known: Known = { ...first, callers };
  const touched = before.table.touched([...keys, ...touchedCallers(before.callers, callers)]);

  const rulesFrom = replaced.length;
  for (let n = before.rulesAt; n < before.hostsAt; n++) if (isStale(n, touched)) redo(n, NO_DEMANDS, known);
  const asking = replaced.slice(rulesFrom).filter((one) => one.after.demands !== one.before.demands);
  const demands = asking.length ? demandsAfter(before.demands, order, asking) : before.demands;
  const askedOf = (id: string): readonly Demand[] => demands.byNode.get(id) ?? NO_DEMANDS;

  for (let n = before.hostsAt; n < before.ghostsAt; n++) {
    const { id, asked: had } = order[n] ?? { id: '', asked: NO_DEMANDS };
    const asked = demands === before.demands ? had : askedOf(id);
    if (!sameList(asked, had) || isStale(n, touched)) redo(n, asked, known);
  }
  // Hosts that no file defines come and go with what is said of them.
  const ghosts = demands === before.demands ? null : ghostsIn(demands, order);
  const had = before.order.slice(before.ghostsAt);
  order.length = before.ghostsAt;
  for (const id of ghosts ?? had.map((unit) => unit.id)) {
    const unit = before.order[before.positions.get(id) ?? -1];
    const asked = ghosts || !unit ? askedOf(id) : unit.asked;
    const holds = unit && sameList(asked, unit.asked) && !touched.some(unit.keys);
    const after = holds ? unit : make(null, id, asked, known, unit, before.table);
    if (unit && !holds) replaced.push({ index: order.length, before: unit, after });
    order.push(after);
  }
  const stays = samePlaces(order, before);
  const positions = stays ? before.positions : placesIn(order);

  const nodes = callerNodes(order, callers, mesh, before.assembly.callers);
  const fitting = stays && nodes === before.assembly.callers ? patch(before.assembly, replaced) : undefined;
  const assembly = fitting ?? assemble(order, positions, nodes, before.assembly);
  return { ...before, ...known, order, positions, demands, assembly };
}

const samePlaces = (order: readonly Unit[], { order: had, ghostsAt }: Basis): boolean => {
  if (order.length !== had.length) return false;
  for (let n = ghostsAt; n < order.length; n++) if (order[n]?.id !== had[n]?.id) return false;
  return true;
};

const placesIn = (order: readonly Unit[]): ReadonlyMap<string, number> =>
  new Map(order.map((unit, index) => [unit.id, index]));
