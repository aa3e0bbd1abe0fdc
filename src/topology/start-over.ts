import { touchedKeys, type Mesh, type Regexes, type Resource } from '../istio/index.ts';
import { tellHosts } from '../routing/index.ts';
import { assemble } from './assemble.ts';
import { callerNodes, callersAmong, make, NO_CALLERS, NO_DEMANDS, type Basis } from './basis.ts';
import { touchedCallers } from './callers.ts';
import { demandsOf, ghostsIn } from './demands.ts';
import { keyTable, type TouchedKeys } from './key-table.ts';
import { REGEXES, TELL_HOSTS, type Known } from './scope.ts';
import { byStage } from './unit-kinds.ts';
import { holds, type Demand, type Unit } from './unit.ts';

/** So many units are looked at in one step. */
const STEP = 20;

/** Makes every unit that is new or no longer holds, whatever came, went or moved; step by step, each well under a frame. */
export function* startOver(mesh: Mesh, regexes: Regexes | undefined, before?: Basis): Generator<void, Basis> {
  const table = before?.table ?? keyTable();
  const keys = before ? touchedKeys(before.mesh, mesh) : null;
  const stages = byStage(mesh);
  const order: Unit[] = [];
  const look = (
    resource: Resource | null,
    id: string,
    asked: readonly Demand[],
    touched: TouchedKeys | null,
    known: Known,
  ): void => {
    const unit = before?.order[before.positions.get(id) ?? -1];
    const same = unit !== undefined && touched !== null && holds(unit, resource, asked, touched);
    order.push(same ? unit : make(resource, id, asked, known, unit, table));
  };
  const isDue = (): boolean => order.length % STEP === 0;

  const first: Known = { mesh, callers: NO_CALLERS, tellHosts: tellHosts(mesh), regexes };
  const byMesh = keys && table.touched(keys);
  for (const resource of stages.workload) {
    look(resource, resource.id, NO_DEMANDS, byMesh, first);
    if (isDue()) yield;
  }
  const rulesAt = order.length;
  const known: Known = { ...first, callers: callersAmong(order) };
  const touched =
    keys && before
      ? table.touched([
          ...keys,
          ...touchedCallers(before.callers, known.callers),
          ...(before.tellHosts === known.tellHosts ? [] : [TELL_HOSTS]),
          ...(before.regexes === regexes ? [] : [REGEXES]),
        ])
      : null;

  for (const resource of stages.rule) {
    look(resource, resource.id, NO_DEMANDS, touched, known);
    if (isDue()) yield;
  }
  const hostsAt = order.length;
  yield;
  const demands = demandsOf(order, rulesAt, hostsAt);
  for (const resource of stages.host) {
    look(resource, resource.id, demands.byNode.get(resource.id) ?? NO_DEMANDS, touched, known);
    if (isDue()) yield;
  }
  const ghostsAt = order.length;
  for (const node of ghostsIn(demands, order)) {
    look(null, node, demands.byNode.get(node) ?? NO_DEMANDS, touched, known);
    if (isDue()) yield;
  }

  yield;
  const positions = new Map(order.map((unit, index) => [unit.id, index]));
  const callers = callerNodes(order, known.callers, mesh, before?.assembly.callers);
  yield;
  const assembly = assemble(order, positions, callers, before?.assembly);
  return { ...known, order, rulesAt, hostsAt, ghostsAt, positions, demands, table, assembly };
}
