import { asText, member, valueAt, type Mesh } from '../../../istio/index.ts';
import type { EffectivePolicy } from '../../../routing/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';
import { clusterOf, isEmpty, type Cluster } from '../../clusters/cluster.ts';
import type { Destination, Mirror, Outcome, Retries } from '../../outcome.ts';
import { plainRequest, RequestError, type Caller } from '../../request.ts';
import { route, type RouteOptions } from '../../route.ts';
import { clientIn, scopeOf } from '../../scope/scope.ts';
import type { StepPlace, Trace } from '../../trace.ts';
import type { ClusterPlan, LoadPlan, RetryPlan } from '../engine/plan.ts';
import type { LoadScenario } from '../scenario/scenario.ts';
import { labEndpoints } from './hosts.ts';
import { keysFor } from './keys.ts';
import { placeEndpoints, sharesByLocality } from './locality.ts';
import { millis } from './millis.ts';
import { trafficDistribution } from './traffic-distribution.ts';
import { balancerPlan, outlierPlan, panicThreshold, poolPlan } from './policy-plans.ts';

/** A plan, and where what it follows from is written. */
export interface MadePlan {
  readonly plan: LoadPlan;
  readonly caller: Caller;
  readonly trace: Trace;
  /** By the index of the plan's clusters. */
  readonly policies: readonly { readonly policy: EffectivePolicy; readonly rule: StepPlace | undefined }[];
  readonly timeout: StepPlace | undefined;
  readonly retries: StepPlace | undefined;
  /** What is taken to be so, because nothing says it: sentences. */
  readonly assumed: readonly string[];
}

/** How many slices of time a run has, about. */
const SLICES = 240;

const JUST_ANSWERED: Partial<Record<Outcome['kind'], string>> = {
  redirect: 'it is redirected by the proxy itself',
  direct: 'the proxy answers it by itself',
  'not-found': 'no rule takes it, and the proxy answers 404',
  blackhole: 'the proxy lets it go nowhere',
  passthrough: 'no host of the mesh is meant, so that no policy applies',
  tls: 'it is passed on as TLS, and not as HTTP: plaintext requests are simulated',
  tcp: 'it is passed on as TCP, and not as HTTP',
  closed: 'its connection is closed',
};

/**
 * What a scenario comes to in a mesh: the route, clusters and policies are those of the same request sent once.
 * Throws `RequestError` where the request cannot be sent, or ends at the proxy so that there is no load to look at.
 */
export function makePlan(mesh: Mesh, scenario: LoadScenario, options: RouteOptions = {}): MadePlan {
  const { request } = scenario;
  const trace = route(mesh, request, options);
  const { outcome } = trace;
  const why = JUST_ANSWERED[outcome.kind];
  if (why) throw new RequestError(`There is no load to look at: ${why}.`);
  const assumed: string[] = [];
  const clusters: ClusterPlan[] = [];
  const policies: MadePlan['policies'][number][] = [];
  const at = (code: string): StepPlace | undefined => trace.steps.find((step) => step.code === code);
  const retriesAt = at('RETRIES');
  const names: string[] = [];
  const add = (to: Destination | Mirror): number => {
    const known = names.indexOf(to.cluster);
    if (known >= 0) return known;
    const scope = scopeOf(mesh, clientIn(mesh, request.caller));
    const cluster = clusterOf(mesh, scope, { host: to.host, port: to.port, subset: to.subset ?? null });
    clusters.push(clusterPlan(mesh, scenario, cluster, assumed));
    const [rule] = cluster.rule?.resources ?? [];
    policies.push({ policy: cluster.policy, rule: rule && { resource: rule.id, path: ['spec'] } });
    return names.push(to.cluster) - 1;
  };
  const routes = (outcome.destinations ?? []).map((to) => ({
    cluster: to.exists ? add(to) : null,
    weight: to.weight,
  }));
  const mirrors = (outcome.mirrors ?? [])
    .filter(({ exists }) => exists)
    .map((to) => ({ cluster: add(to), percent: to.percent }));
  const resource = retriesAt?.resource === undefined ? undefined : mesh.byId.get(retriesAt.resource);
  const written = resource && valueAt(resource.value, retriesAt?.path ?? []);
  const { delay, abort } = outcome.fault ?? {};
  return {
    plan: {
      seed: scenario.seed,
      duration: scenario.duration,
      bucket: Math.max(10, Math.ceil(scenario.duration / SLICES / 10) * 10),
      callers: scenario.callers,
      arrivals: {
        ...scenario.arrivals,
        ...keysFor(outcome.hash, plainRequest(request), scenario.arrivals),
      },
      ...(delay && { delay: { length: millis(delay.fixedDelay) ?? 0, percent: delay.percent } }),
      ...(abort && { abort: { status: abort.httpStatus ?? 200, percent: abort.percent } }),
      timeout: millis(outcome.timeout) || Infinity,
      retries: outcome.retries ? retryPlan(outcome.retries, written, outcome, isGrpc(request)) : null,
      routes,
      mirrors,
      clusters,
    },
    caller: request.caller,
    trace,
    policies,
    timeout: at('TIMEOUT'),
    retries: retriesAt,
    assumed,
  };
}

const isGrpc = ({ headers = {} }: LoadScenario['request']): boolean =>
  Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === 'content-type' && value.startsWith('application/grpc'),
  );

function retryPlan(
  { attempts, on, codes = [], perTryTimeout, backoff }: Retries,
  written: YamlValue | undefined,
  { hash, destinations = [] }: Outcome,
  grpc: boolean,
): RetryPlan {
  const base = millis(backoff) || 25;
  const ignored = member(written, 'retryIgnorePreviousHosts');
  return {
    attempts,
    on: new Set(on.split(',').map((word) => word.trim())),
    codes: new Set(codes),
    perTryTimeout: millis(perTryTimeout) || Infinity,
    backoffBase: base,
    backoffMax: base * 10,
    // With a consistent hash to one destination, the same host is what is wanted.
    avoidsTried: typeof ignored === 'boolean' ? ignored : !(hash && destinations.length === 1),
    otherPriorities: member(written, 'retryRemoteLocalities') === true,
    grpc,
  };
}

function clusterPlan(mesh: Mesh, scenario: LoadScenario, cluster: Cluster, assumed: string[]): ClusterPlan {
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
  const lab = empty && !declared ? { endpoints: [], assumed: [] } : labEndpoints(cluster, scenario);
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
  if (['HTTP2', 'GRPC', 'GRPC-WEB'].includes(protocol)) return true;
  if (upgrade === 'UPGRADE') return true;
  const clients = plainRequest(request).protocol === 'http2';
  if (member(http, 'useClientProtocol') === true || protocol === '') return clients;
  return (
    upgrade !== 'DO_NOT_UPGRADE' &&
    asText(valueAt(mesh.settings.meshConfig, ['h2UpgradePolicy'])) === 'UPGRADE'
  );
}
