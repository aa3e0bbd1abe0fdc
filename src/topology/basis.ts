import type { Mesh, MeshKey, Resource } from '../istio/index.ts';
import type { Askers } from './askers.ts';
import type { Assembly } from './assemble.ts';
import { badgesForAny } from './badges.ts';
import { anyCaller, callersOf, type Callers } from './callers.ts';
import type { Demands } from './demands.ts';
import { keepSame } from './equal.ts';
import type { Order } from './order.ts';
import { scopeOf, type Known } from './scope.ts';
import type { TopologyNode } from './types.ts';
import { draw } from './unit-kinds.ts';
import { makeUnit, type Demand, type Scope, type Unit } from './unit.ts';

/** What a topology was made from, so that the next one needs to make only what is different. */
export interface Basis extends Known {
  /** Workloads, rules, hosts, hosts that no file defines. */
  readonly order: Order;
  /** Where in the order the rules begin, where the hosts do, and where those that no file defines do. */
  readonly rulesAt: number;
  readonly hostsAt: number;
  readonly ghostsAt: number;
  readonly demands: Demands;
  readonly askers: Askers;
  readonly assembly: Assembly;
}

export const NO_CALLERS: Callers = callersOf([]);
export const NO_DEMANDS: readonly Demand[] = [];

export const callersAmong = (units: readonly Unit[]): Callers =>
  callersOf(units.flatMap((unit) => unit.node ?? []));

/** The one namespace that the files' drawn resources stand in; undefined where there are several, or none. */
function onlyNamespace(units: readonly Unit[]): string | undefined {
  let only: string | undefined;
  for (const { node } of units) {
    if (!node?.resource || node.namespace === only) continue;
    if (only !== undefined) return undefined;
    only = node.namespace;
  }
  return only;
}

/** Every caller to draw; "any app" only where an edge starts from it. */
export function callerNodes(
  units: readonly Unit[],
  callers: Callers,
  mesh: Mesh,
  before: readonly TopologyNode[] | undefined,
): readonly TopologyNode[] {
  const any = units.some((unit) => unit.calledByAny)
    ? [anyCaller(badgesForAny(mesh, onlyNamespace(units)))]
    : [];
  return keepSame([...callers.nodes, ...any], before ?? [], (node) => node.id);
}

/** Makes the unit of a resource, or of a host that no file defines. */
export function make(
  resource: Resource | null,
  id: string,
  asked: readonly Demand[],
  known: Known,
  previous: Unit | undefined,
  askers: Askers,
): Unit {
  const scope = (note: (key: MeshKey) => void): Scope => scopeOf(known, note);
  return makeUnit(id, resource, asked, { previous, askers, scope }, (one) => draw(resource, asked, one));
}
