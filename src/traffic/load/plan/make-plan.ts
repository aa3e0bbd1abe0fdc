import { valueAt, type Mesh } from '../../../istio/index.ts';
import type { EffectivePolicy } from '../../../routing/index.ts';
import { clusterOf, type Cluster } from '../../clusters/cluster.ts';
import type { Destination, Mirror, Outcome } from '../../outcome.ts';
import { plainRequest, RequestError, type Caller } from '../../request.ts';
import { route, type RouteOptions } from '../../route.ts';
import { clientIn, scopeOf } from '../../scope/scope.ts';
import type { StepPlace, Trace } from '../../trace.ts';
import { httpOf } from '../engine/grpc.ts';
import type { ClusterPlan, LoadPlan } from '../engine/plan.ts';
import type { LoadScenario } from '../scenario/scenario.ts';
import { clusterPlan, type PlanNotes } from './cluster-plan.ts';
import { keysFor } from './keys.ts';
import { millis } from './millis.ts';
import { notFollowed, tcpPlan, topOf, workersOf } from './proxy-plan.ts';
import { isGrpc, retryPlan } from './retry-plan.ts';
import { tellUnmeant } from './unmeant.ts';

/** A plan, and where what it follows from is written. */
export interface MadePlan {
  readonly plan: LoadPlan;
  readonly caller: Caller;
  readonly trace: Trace;
  /** By the index of the plan's clusters. */
  readonly policies: readonly {
    readonly policy: EffectivePolicy;
    readonly rule: StepPlace | undefined;
    /** Where a part of the policy that nobody sets could be written, so that it is in force. */
    readonly top: StepPlace | undefined;
  }[];
  /** The rule that takes the request; undefined without one. */
  readonly rule: StepPlace | undefined;
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
  const notes: PlanNotes = { assumed: [], meant: new Set() };
  const { assumed } = notes;
  const clusters: ClusterPlan[] = [];
  const policies: MadePlan['policies'][number][] = [];
  const at = (code: string): StepPlace | undefined => trace.steps.find((step) => step.code === code);
  const retriesAt = at('RETRIES');
  const passedOn = outcome.kind === 'tls' || outcome.kind === 'tcp';
  const names: string[] = [];
  const found: Cluster[] = [];
  const add = (to: Destination | Mirror): number => {
    const known = names.indexOf(to.cluster);
    if (known >= 0) return known;
    const scope = scopeOf(mesh, clientIn(mesh, request.caller));
    const cluster = clusterOf(mesh, scope, { host: to.host, port: to.port, subset: to.subset ?? null });
    found.push(cluster);
    clusters.push(clusterPlan(mesh, scenario, cluster, notes));
    const [rule] = cluster.rule?.resources ?? [];
    policies.push({
      policy: cluster.policy,
      rule: rule && { resource: rule.id, path: ['spec'] },
      top: topOf(cluster),
    });
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
  const grpc = !passedOn && isGrpc(plainRequest(request));
  const workers = workersOf(mesh, scenario, clusters, assumed);
  notFollowed(mesh, request, options, assumed);
  const endpoints = clusters.flatMap(({ hosts }) => hosts);
  assumed.push(...tellUnmeant(scenario.behaviours, notes.meant, endpoints));
  if (grpc)
    assumed.push(
      'A gRPC call is answered with HTTP 200, by a proxy too, and by its own status. What an endpoint is said to answer stands for that: 503 for UNAVAILABLE, 500 for INTERNAL, 504 for DEADLINE_EXCEEDED.',
    );
  if (passedOn)
    assumed.push(
      'What is sent is passed on as it is: connections are counted in place of requests, and what is said on them no proxy sees. Each lasts as long as an answer takes.',
    );
  return {
    plan: {
      seed: scenario.seed,
      duration: scenario.duration,
      bucket: Math.max(10, Math.ceil(scenario.duration / SLICES / 10) * 10),
      callers: scenario.callers,
      workers,
      arrivals: {
        ...scenario.arrivals,
        ...keysFor(outcome.hash, plainRequest(request), scenario.arrivals),
      },
      ...(delay && { delay: { length: millis(delay.fixedDelay) ?? 0, percent: delay.percent } }),
      ...(abort && {
        abort: {
          status: abort.httpStatus ?? 200,
          percent: abort.percent,
          ...(abort.grpcStatus !== undefined &&
            abort.httpStatus === undefined && {
              grpc: httpOf(abort.grpcStatus) === undefined ? 'UNKNOWN' : abort.grpcStatus,
            }),
        },
      }),
      timeout: millis(outcome.timeout) || Infinity,
      retries: outcome.retries ? retryPlan(outcome.retries, written, outcome, grpc) : null,
      routes,
      mirrors,
      clusters,
      ...(grpc && { grpc }),
      ...(passedOn && { tcp: tcpPlan(found[0]) }),
    },
    caller: request.caller,
    trace,
    policies,
    rule: outcome.rule?.protocol === 'http' ? at('MATCHED') : undefined,
    timeout: at('TIMEOUT'),
    retries: retriesAt,
    assumed,
  };
}
