import { isWorkload, type Mesh, type Resource } from '../istio/index.ts';
import { destinationRuleUnit } from './destination-rule-unit.ts';
import { gatewayUnit } from './gateway-unit.ts';
import { ghostUnit } from './ghost-unit.ts';
import { hostUnit } from './host-unit.ts';
import { EMPTY, type Demand, type Fragment, type Scope } from './unit.ts';
import { virtualServiceUnit } from './virtual-service-unit.ts';
import { workloadUnit } from './workload-unit.ts';

/** The stages in which units are made: each knows what those before it found. Hosts that no file defines come last. */
export type Stage = 'workload' | 'rule' | 'host';

interface Maker {
  readonly stage: Stage;
  readonly make: (resource: Resource, asked: readonly Demand[], scope: Scope) => Fragment;
}

const HOST: Maker = { stage: 'host', make: hostUnit };
const WORKLOAD: Maker = { stage: 'workload', make: (resource, _, scope) => workloadUnit(resource, scope) };
const MAKERS = new Map<string, Maker>([
  ['VirtualService', { stage: 'rule', make: (resource, _, scope) => virtualServiceUnit(resource, scope) }],
  ['DestinationRule', { stage: 'rule', make: (resource, _, scope) => destinationRuleUnit(resource, scope) }],
  ['Gateway', { stage: 'rule', make: (resource, _, scope) => gatewayUnit(resource, scope) }],
  ['Service', HOST],
  ['ServiceEntry', HOST],
  ['WorkloadEntry', WORKLOAD],
  ['WorkloadGroup', WORKLOAD],
]);

const makerOf = (type: string): Maker | undefined =>
  MAKERS.get(type) ?? (isWorkload(type) ? WORKLOAD : undefined);

/** The resources that are drawn, by stage, in order. Others are listed elsewhere, or are badges. */
export function byStage(mesh: Mesh): Readonly<Record<Stage, readonly Resource[]>> {
  const stages: Record<Stage, Resource[]> = { workload: [], rule: [], host: [] };
  for (const resource of mesh.resources) {
    if (resource.patch) continue;
    const maker = makerOf(resource.type);
    if (maker) stages[maker.stage].push(resource);
  }
  return stages;
}

/** What a unit draws. Without a resource it stands for a host that no file defines. */
export function draw(resource: Resource | null, asked: readonly Demand[], scope: Scope): Fragment {
  if (resource) return makerOf(resource.type)?.make(resource, asked, scope) ?? EMPTY;
  const host = asked[0]?.host;
  return host === undefined ? EMPTY : ghostUnit(host, asked, scope);
}
