import { meshChanges, touchedKeys, type Mesh, type Resource } from '../istio/index.ts';
import { assemble, patch, type Replacement } from './assemble.ts';
import {
  callerNodes,
  callersAmong,
  demandsByNode,
  hasServices,
  isGhost,
  make,
  NO_CALLERS,
  NO_DEMANDS,
  type Basis,
} from './basis.ts';
import { touchedCallers } from './callers.ts';
import type { TouchedKeys } from './key-table.ts';
import type { Known } from './scope.ts';
import { sameList, type Demand } from './unit.ts';

const sameResources = (a: readonly Resource[], b: readonly Resource[]): boolean =>
  a.length === b.length && a.every((resource, n) => resource.id === b[n]?.id);

const ghostsOf = (demands: Basis['demands']): readonly string[] => [...demands.keys()].filter(isGhost);

/**
 * The way of most edits: some resources say something else, and none came, went or moved. Undefined where that is not
 * so, or where hosts that no file defines appear or vanish with what is said of them: then `startOver`.
 */
export function remake(mesh: Mesh, before: Basis): Basis | undefined {
  const keys = touchedKeys(before.mesh, mesh);
  if (!keys || hasServices(mesh) !== before.hasServices) return undefined;
  if (!sameResources(before.mesh.resources, mesh.resources)) return undefined;

  const order = [...before.order];
  const dirty = new Uint8Array(order.length);
  for (const { after } of meshChanges(before.mesh, mesh)) {
    const at = before.positions.get(after?.id ?? '');
    if (at !== undefined) dirty[at] = 1;
  }
  const replaced: Replacement[] = [];
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
  const first: Known = { mesh, callers: NO_CALLERS, hasServices: before.hasServices };
  for (let n = 0; n < before.rulesAt; n++) if (isStale(n, byMesh)) redo(n, NO_DEMANDS, first);
  const callers = replaced.length ? callersAmong(order.slice(0, before.rulesAt)) : before.callers;
  const known: Known = { ...first, callers };
  const touched = before.table.touched([...keys, ...touchedCallers(before.callers, callers)]);

  const rulesFrom = replaced.length;
  for (let n = before.rulesAt; n < before.hostsAt; n++) if (isStale(n, touched)) redo(n, NO_DEMANDS, known);
  let demands = before.demands;
  if (replaced.slice(rulesFrom).some((one) => one.after.demands !== one.before.demands)) {
    demands = demandsByNode(order.slice(before.rulesAt, before.hostsAt));
    if (!sameList(ghostsOf(demands), ghostsOf(before.demands))) return undefined;
  }

  for (let n = before.hostsAt; n < order.length; n++) {
    const { id, asked: had } = order[n] ?? { id: '', asked: NO_DEMANDS };
    const asked = demands === before.demands ? had : (demands.get(id) ?? NO_DEMANDS);
    if (!sameList(asked, had) || isStale(n, touched)) redo(n, asked, known);
  }

  const nodes = callerNodes(order, callers, mesh, before.assembly.callers);
  const patched = nodes === before.assembly.callers ? patch(before.assembly, replaced) : undefined;
  const assembly = patched ?? assemble(order, (id) => before.positions.has(id), nodes, before.assembly);
  return { ...before, ...known, order, demands, assembly };
}
