import {
  isWorkload,
  key,
  POLICY_KINDS,
  touchedKeys,
  type Mesh,
  type MeshKey,
  type Resource,
} from '../istio/index.ts';
import { assemble } from './assemble.ts';
import { policiesOf } from './badges.ts';
import {
  anyCaller,
  callerKey,
  callersIn,
  callersOf,
  ELSEWHERE_KEY,
  touchedCallers,
  type Callers,
} from './callers.ts';
import { destinationRuleUnit } from './destination-rule-unit.ts';
import { gatewayUnit } from './gateway-unit.ts';
import { ghostUnit } from './ghost-unit.ts';
import { hostUnit } from './host-unit.ts';
import { ANY_CALLER } from './ids.ts';
import type { Topology, TopologyNode } from './types.ts';
import { makeUnit, type Demand, type Fragment, type Scope, type Unit } from './unit.ts';
import { virtualServiceUnit } from './virtual-service-unit.ts';
import { workloadUnit } from './workload-unit.ts';

type Units = ReadonlyMap<string, Unit>;

/** What a topology was made from, so that the next one needs to make only what is different. */
interface Making {
  readonly mesh: Mesh;
  readonly units: Units;
  readonly callers: Callers;
  readonly hasServices: boolean;
}

const makings = new WeakMap<Topology, Making>();

const HAS_SERVICES = 'has services';

const isEndpointKind = (type: string): boolean =>
  isWorkload(type) || type === 'WorkloadEntry' || type === 'WorkloadGroup';
const isHostKind = (type: string): boolean => type === 'Service' || type === 'ServiceEntry';

const RULE_UNITS: Readonly<Record<string, (resource: Resource, scope: Scope) => Fragment>> = {
  VirtualService: virtualServiceUnit,
  DestinationRule: destinationRuleUnit,
  Gateway: gatewayUnit,
};

const NO_CALLERS: Callers = callersOf([]);
const NO_DEMANDS: readonly Demand[] = [];

/** A scope that tells each question asked to `note`. */
function scopeOf(mesh: Mesh, callers: Callers, hasServices: boolean, note: (key: MeshKey) => void): Scope {
  return {
    settings: mesh.settings,
    view: {
      settings: mesh.settings,
      find: (key) => {
        note(key);
        return mesh.find(key);
      },
    },
    callersIn: (namespace) => {
      note(callerKey(namespace));
      if (!callers.byNamespace.has(namespace)) note(ELSEWHERE_KEY);
      return callersIn(callers, namespace);
    },
    hasServices: () => {
      note(HAS_SERVICES);
      return hasServices;
    },
  };
}

function demandsByNode(units: readonly Unit[]): ReadonlyMap<string, readonly Demand[]> {
  const byNode = new Map<string, Demand[]>();
  for (const unit of units) {
    for (const demand of unit.fragment.demands) {
      const known = byNode.get(demand.node);
      if (known) known.push(demand);
      else byNode.set(demand.node, [demand]);
    }
  }
  return byNode;
}

/** The policies of namespaces without any workload in the files: "any app" carries them. */
function homelessPolicies(mesh: Mesh): readonly Resource[] {
  return POLICY_KINDS.flatMap((kind) => mesh.find(key.kind(kind))).filter(
    (policy) =>
      mesh.find(key.kindIn('workload', policy.namespace || mesh.settings.defaultNamespace)).length === 0,
  );
}

/**
 * The mesh as a graph. With the topology of a moment ago only what the edit touched is made anew: the mesh names the
 * keys whose answers may differ, and only units that asked for one of them are asked again. Nodes and edges that say
 * the same as before are the same objects; where nothing is different at all, so is the topology.
 */
export function topologyOf(mesh: Mesh, previous?: Topology): Topology {
  const before = previous && makings.get(previous);
  if (previous && before?.mesh === mesh) return previous;
  const touchedByMesh = before ? touchedKeys(before.mesh, mesh) : null;
  const hasServices = mesh.find(key.kind('Service')).length > 0;
  const units = new Map<string, Unit>();

  const run = (
    id: string,
    resource: Resource | null,
    demands: readonly Demand[],
    callers: Callers,
    touched: ReadonlySet<MeshKey> | null,
    make: (scope: Scope) => Fragment,
  ): Unit => {
    const unit = makeUnit(
      id,
      resource,
      demands,
      { unit: before?.units.get(id), touched },
      (note) => scopeOf(mesh, callers, hasServices, note),
      make,
    );
    units.set(id, unit);
    return unit;
  };

  const workloads: Unit[] = [];
  for (const resource of mesh.resources) {
    if (!isEndpointKind(resource.type)) continue;
    workloads.push(
      run(resource.id, resource, NO_DEMANDS, NO_CALLERS, touchedByMesh, (scope) =>
        workloadUnit(resource, scope),
      ),
    );
  }
  const callers = callersOf(workloads.flatMap((unit) => unit.fragment.nodes));
  const touched = touchedByMesh && new Set(touchedByMesh);
  if (touched && before) {
    touchedCallers(before.callers, callers).forEach((one) => touched.add(one));
    if (before.hasServices !== hasServices) touched.add(HAS_SERVICES);
  }

  const rules: Unit[] = [];
  for (const resource of mesh.resources) {
    const make = Object.hasOwn(RULE_UNITS, resource.type) ? RULE_UNITS[resource.type] : undefined;
    if (make)
      rules.push(run(resource.id, resource, NO_DEMANDS, callers, touched, (scope) => make(resource, scope)));
  }

  const demands = demandsByNode(rules);
  const hosts: Unit[] = [];
  for (const resource of mesh.resources) {
    if (!isHostKind(resource.type)) continue;
    const own = demands.get(resource.id) ?? NO_DEMANDS;
    hosts.push(run(resource.id, resource, own, callers, touched, (scope) => hostUnit(resource, own, scope)));
  }
  for (const [node, own] of demands) {
    const host = own[0]?.host;
    if (host === undefined || !node.startsWith('Host/')) continue;
    hosts.push(run(node, null, own, callers, touched, (scope) => ghostUnit(host, own, scope)));
  }

  const all = [...workloads, ...rules, ...hosts];
  const topology = assemble(
    all
      .map((unit) => unit.fragment)
      .filter((fragment) => fragment.nodes[0]?.lane !== 'caller' || fragment.edges.length),
    callerNodes(all, callers, mesh),
    previous,
  );
  makings.set(topology, { mesh, units, callers, hasServices });
  return topology;
}

/** Every caller to draw; "any app" only where an edge starts from it. */
function callerNodes(units: readonly Unit[], callers: Callers, mesh: Mesh): readonly TopologyNode[] {
  const anyCalls = units.some((unit) => unit.fragment.edges.some((edge) => edge.source === ANY_CALLER));
  return [...callers.nodes, ...(anyCalls ? [anyCaller(policiesOf(homelessPolicies(mesh)))] : [])];
}
