import { asText, member, valueAt, type Mesh } from '../../../istio/index.ts';
import { isEmpty, type Cluster } from '../../clusters/cluster.ts';
import { plainRequest } from '../../request.ts';
import type { ClusterPlan } from '../engine/plan.ts';
import type { BehaviourRule, LoadScenario } from '../scenario/scenario.ts';
import { labEndpoints } from './hosts.ts';
import { placeEndpoints, sharesByLocality } from './locality.ts';
import { balancerPlan, outlierPlan, panicThreshold, poolPlan } from './policy-plans.ts';
import { trafficDistribution } from './traffic-distribution.ts';

/** What is found out on the way to a plan. */
export interface PlanNotes {
  /** What is taken to be so, because nothing says it: sentences. */
  readonly assumed: string[];
  /** The behaviours of the scenario that are about an endpoint. */
  readonly meant: Set<BehaviourRule>;
}

/** A cluster with its endpoints as the scenario and the files have them. */
export function clusterPlan(
  mesh: Mesh,
  scenario: LoadScenario,
  cluster: Cluster,
  { assumed, meant }: PlanNotes,
): ClusterPlan {
  const { policy, name } = cluster;
  const { caller } = scenario.request;
  const { meshConfig } = mesh.settings;
  const outlier = outlierPlan(policy);
  const own = member(policy.loadBalancer?.value, 'localityLbSetting');
  const distribution = own === undefined ? trafficDistribution(mesh, cluster.service) : undefined;
  const local = {
    setting: own ?? distribution ?? valueAt(meshConfig, ['localityLbSetting']),
    hasOutlierDetection: outlier !== null,
    forced: distribution !== undefined,
  };
  const empty = isEmpty(cluster, caller.kind === 'gateway');
  const declared = scenario.endpoints.some(({ host }) => host === undefined || host === cluster.host);
  const lab =
    empty && !declared ? { endpoints: [], assumed: [], meant: [] } : labEndpoints(cluster, scenario);
  if (member(member(policy.loadBalancer?.value, 'zoneAwareLbSetting'), 'enabled') === true)
    assumed.push(
      `zoneAwareLbSetting for ${cluster.host} is not simulated: it depends on how many callers there are in each zone.`,
    );
  if (member(policy.retryBudget?.value, 'budgetInterval') !== undefined)
    assumed.push(
      `The budgetInterval of the retryBudget for ${cluster.host} is not simulated: the budget is of the requests that are under way at a moment.`,
    );
  for (const rule of lab.meant) meant.add(rule);
  for (const sentence of lab.assumed) if (!assumed.includes(sentence)) assumed.push(sentence);
  const places = placeEndpoints(lab.endpoints, {
    ...local,
    locality: caller.locality,
    labels: caller.labels ?? {},
  });
  return {
    name,
    pool: poolPlan(policy, isHttp2(mesh, cluster, scenario), meshConfig),
    outlier,
    panicThreshold: panicThreshold(policy),
    balancer: balancerPlan(policy),
    localityWeighted: sharesByLocality(local),
    hosts: lab.endpoints.flatMap((endpoint, index) => {
      const place = places[index];
      return place ? [{ ...endpoint, ...place }] : [];
    }),
  };
}

/** What a proxy speaks to the endpoints. https://istio.io/latest/docs/reference/config/networking/destination-rule/#ConnectionPoolSettings-HTTPSettings */
function isHttp2(mesh: Mesh, { policy, service, port }: Cluster, { request }: LoadScenario): boolean {
  const http = member(policy.connectionPool?.value, 'http');
  const upgrade = asText(member(http, 'h2UpgradePolicy'));
  const protocol = service?.ports.find(({ number }) => number === port)?.protocol ?? '';
  const clients = plainRequest(request).protocol === 'http2';
  // istiod lets it count before the port's protocol, and upgrades nothing beside it.
  if (member(http, 'useClientProtocol') === true) return clients;
  if (['HTTP2', 'GRPC', 'GRPC-WEB'].includes(protocol)) return true;
  if (upgrade === 'UPGRADE') return true;
  // What is spoken is found out by sidecars only.
  if (protocol === '') return clients && request.caller.kind === 'sidecar';
  return (
    upgrade !== 'DO_NOT_UPGRADE' &&
    asText(valueAt(mesh.settings.meshConfig, ['h2UpgradePolicy'])) === 'UPGRADE'
  );
}
