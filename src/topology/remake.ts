import { touchedKeys, type Mesh, type Regexes, type Resource } from '../istio/index.ts';
import { tellHosts } from '../routing/index.ts';
import { createAskers } from './askers.ts';
import { assemble } from './assemble.ts';
import { callerNodes, callersAmong, make, NO_CALLERS, NO_DEMANDS, type Basis } from './basis.ts';
import { touchedCallers } from './callers.ts';
import { demandsAfter, demandsOf, ghostsIn, type Demands, type Standing } from './demands.ts';
import { hunksOf } from './hunks.ts';
import { ordering } from './order.ts';
import { remadeInPlace } from './remake-in-place.ts';
import { REGEXES, TELL_HOSTS, type Known } from './scope.ts';
import { byStage } from './unit-kinds.ts';
import { holds, sameList, type Demand, type Unit } from './unit.ts';

/** So many units are looked at in one step. */
const STEP = 20;

/** Makes every unit that is new or no longer holds, whatever came, went or moved; step by step, each well under a frame. */
export function* remake(mesh: Mesh, regexes: Regexes | undefined, before?: Basis): Generator<void, Basis> {
  const askers = before?.askers ?? createAskers();
  const keys = before ? touchedKeys(before.mesh, mesh) : null;
  const inPlace = before && keys && remadeInPlace(before, mesh, regexes, keys);
  if (inPlace) return inPlace;
  const stages = byStage(mesh);
  const { units, ...order } = ordering(before?.order);
  const had = before?.order.units ?? [];

  const look = (
    resource: Resource | null,
    id: string,
    askedOf: (unit: Unit | undefined) => readonly Demand[],
    touched: ReadonlySet<string> | null,
    known: Known,
  ): void => {
    const unit = order.before(id);
    const asked = askedOf(unit);
    const same = unit !== undefined && touched !== null && holds(unit, resource, asked, touched);
    order.add(same ? unit : make(resource, id, asked, known, unit, askers));
  };
  const askNothing = (): readonly Demand[] => NO_DEMANDS;
  const isDue = (): boolean => units.length % STEP === 0;

  const first: Known = { mesh, callers: NO_CALLERS, tellHosts: tellHosts(mesh), regexes };
  const byMesh = keys && askers.of(keys);
  for (const resource of stages.workload) {
    look(resource, resource.id, askNothing, byMesh, first);
    if (isDue()) yield;
  }
  const rulesAt = units.length;
  const callers =
    before && sameList(had.slice(0, before.rulesAt), units) ? before.callers : callersAmong(units);
  const known: Known = { ...first, callers };
  const touched =
    keys && before
      ? askers.of([
          ...keys,
          ...touchedCallers(before.callers, callers),
          ...(before.tellHosts === known.tellHosts ? [] : [TELL_HOSTS]),
          ...(before.regexes === regexes ? [] : [REGEXES]),
        ])
      : null;

  for (const resource of stages.rule) {
    look(resource, resource.id, askNothing, touched, known);
    if (isDue()) yield;
  }
  const hostsAt = units.length;
  yield;
  const standing: Standing = { at: order.at, unit: (id) => units[order.at(id)] };
  const demands = demandsNow(units.slice(rulesAt), before, standing);
  const asAsked = demands === before?.demands;
  const askedOf = (id: string) => (unit: Unit | undefined) =>
    asAsked && unit ? unit.asked : (demands.byNode.get(id) ?? NO_DEMANDS);
  for (const resource of stages.host) {
    look(resource, resource.id, askedOf(resource.id), touched, known);
    if (isDue()) yield;
  }
  const ghostsAt = units.length;
  const ghosts = asAsked ? had.slice(before.ghostsAt).map(({ id }) => id) : ghostsIn(demands, standing);
  for (const node of ghosts) {
    look(null, node, askedOf(node), touched, known);
    if (isDue()) yield;
  }

  yield;
  const done = order.done();
  const nodes = callerNodes(units, callers, mesh, before?.assembly.callers);
  yield;
  const assembly = assemble(done, nodes, before?.assembly);
  return { ...known, order: done, rulesAt, hostsAt, ghostsAt, demands, askers, assembly };
}

/** What the rules ask; of those before only what came or went is asked again. */
function demandsNow(rules: readonly Unit[], before: Basis | undefined, standing: Standing): Demands {
  const had = before?.order.units.slice(before.rulesAt, before.hostsAt);
  const hunks = had && hunksOf(had, rules);
  return before && hunks ? demandsAfter(before.demands, hunks, standing) : demandsOf(rules);
}
