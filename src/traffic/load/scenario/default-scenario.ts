import { asText, key, type Mesh } from '../../../istio/index.ts';
import { emitDocument, type YamlMap } from '../../../yaml/index.ts';
import { clusterOf } from '../../clusters/cluster.ts';
import { requestValue } from '../../expect/expected-of.ts';
import { callersIn } from '../../callers.ts';
import { RequestError, type Caller, type Request } from '../../request.ts';
import type { RouteOptions } from '../../route.ts';
import { clientIn, scopeOf } from '../../scope/scope.ts';
import { suggestRequests } from '../../suggest/suggest.ts';
import { targetsIn } from '../../targets.ts';
import type { HostPlan } from '../engine/plan.ts';
import { makePlan, type MadePlan } from '../plan/make-plan.ts';
import type { LoadScenario } from './scenario.ts';

/** Among so many requests the one with most to see is looked for: in a large mesh the first will do. */
const LOOKED_AT = 40;
/** How many endpoints are declared where the files do not show any. */
const PODS = 3;

interface Sendable {
  readonly request: Request;
  readonly made: MadePlan;
}

/**
 * A scenario for a mesh, as text with comments: a request that exists there (or the one that is given), a steady load, and
 * something that goes wrong with a part of the endpoints for a while. Undefined where no request meets endpoints of the mesh.
 */
export function defaultScenario(
  mesh: Mesh,
  request?: Request,
  options: RouteOptions = {},
): string | undefined {
  const found = request ? sendable(mesh, request, options) : mostToSee(mesh, options);
  if (found) return written(mesh, found);
  return request && `${HEAD}${emitDocument({ request: requestValue(request) })}${LOAD}`;
}

function mostToSee(mesh: Mesh, options: RouteOptions): Sendable | undefined {
  let best: Sendable | undefined;
  let looked = 0;
  for (const { request } of requestsIn(mesh, options)) {
    const found = sendable(mesh, request, options);
    if (found && (!best || worth(found) > worth(best))) best = found;
    if (++looked >= LOOKED_AT && best) break;
  }
  return best;
}

/** VirtualService by VirtualService, so that no more are made than are looked at; then hosts without rules, and what no rule takes. */
function* requestsIn(mesh: Mesh, options: RouteOptions): Generator<{ readonly request: Request }> {
  for (const { id } of mesh.find(key.kind('VirtualService')))
    yield* suggestRequests(mesh, { ...options, of: id }).requests;
  yield* suggestRequests(mesh, { ...options, of: null }).requests;
  const [first] = callersIn(mesh);
  const caller: Caller = first?.caller ?? { kind: 'sidecar', namespace: 'default' };
  for (const { url } of targetsIn(mesh))
    yield { request: url.includes('://') ? { caller, url } : bytesTo(caller, url) };
}

function bytesTo(caller: Caller, target: string): Request {
  const [, host = '', port] = /^(.*):(\d+)$/.exec(target) ?? [];
  return { caller, protocol: 'tcp', tls: 'plaintext', host, port: Number(port) };
}

function sendable(mesh: Mesh, request: Request, options: RouteOptions): Sendable | undefined {
  try {
    return { request, made: makePlan(mesh, asked(request), options) };
  } catch (error) {
    if (error instanceof RequestError) return undefined;
    throw error;
  }
}

const asked = (request: Request): LoadScenario => ({
  name: '',
  request,
  seed: 1,
  duration: 60_000,
  callers: 1,
  arrivals: { phases: [{ at: 0, rate: 1, ramp: 0 }], spread: 'even', concurrency: Infinity, keys: 0 },
  endpoints: [],
  behaviours: [],
  goals: [],
});

/** How much there is to see: ejections and failover first, then retries, limits, and endpoints to choose among. */
function worth({ made: { plan, policies } }: Sendable): number {
  const most = Math.max(0, ...plan.clusters.map(({ hosts }) => hosts.length));
  return (
    (plan.clusters.some(({ outlier }) => outlier) ? 8 : 0) +
    (policies.some(({ policy }) => policy.connectionPool) ? 4 : 0) +
    (plan.retries ? 2 : 0) +
    (most > 1 ? 1 : 0)
  );
}

const HEAD =
  '# Much traffic over time, and what goes wrong meanwhile. Run it in the load lab, or with "meshwright load".\n';
const LOAD = `duration: 60s
load:
  # Requests a second. A spike, for instance: phases: [{ at: 20s, rate: 500 }, { at: 30s, rate: 100 }]
  rate: 100
`;

function written(mesh: Mesh, { request, made }: Sendable): string {
  const endpoints = declared(mesh, request, made);
  const hosts = endpoints.length
    ? endpoints.flatMap(podsLike)
    : made.plan.clusters.flatMap((each) => each.hosts);
  const localities = [...new Set(hosts.map(({ locality }) => locality).filter(Boolean))];
  const { caller } = request;
  // Whoever runs nowhere has nothing local to fail over from.
  const placed: Request =
    localities[0] !== undefined && caller.locality === undefined
      ? { ...request, caller: { ...caller, locality: localities[0] } }
      : request;
  const { method, ...rest } = requestValue(placed);
  const bytes = made.trace.outcome.kind === 'tls' || made.trace.outcome.kind === 'tcp';
  const { name, behaviours } = trouble(hosts, localities, bytes);
  return [
    HEAD,
    emitDocument({
      ...(name && { name }),
      request: method === undefined || method === 'GET' ? rest : { ...rest, method },
    }),
    LOAD,
    endpoints.length ? `${STAND_IN}${emitDocument({ endpoints })}` : '',
    behaviours,
  ].join('');
}

const STAND_IN = `# The files do not say how many answer. These stand for them: change how many there are, where, and how they answer.
`;

/** Endpoints for the clusters of which the files show no addresses: pods come and go. */
function declared(mesh: Mesh, { caller }: Request, { trace }: MadePlan): YamlMap[] {
  const scope = scopeOf(mesh, clientIn(mesh, caller));
  const { destinations = [] } = trace.outcome;
  return destinations
    .filter(
      ({ exists, host, port, subset }) =>
        exists &&
        clusterOf(mesh, scope, { host, port, subset: subset ?? null }).service?.resolution === 'CLUSTER',
    )
    .map(({ host, subset }) => ({
      name: [host.split('.')[0] ?? host, ...(subset === undefined ? [] : [subset])].join('-'),
      host,
      ...(subset !== undefined && { subset }),
      count: PODS,
      latency: '20ms',
    }));
}

const podsLike = ({ name, count }: YamlMap): readonly Pick<HostPlan, 'name' | 'locality'>[] =>
  Array.from({ length: Number(count) }, (_, index) => ({
    name: `${asText(name)}-${index + 1}`,
    locality: '',
  }));

/** A whole locality where there are several, else one endpoint of several; a single one fails now and then. */
function trouble(
  hosts: readonly Pick<HostPlan, 'name' | 'locality'>[],
  localities: readonly string[],
  bytes: boolean,
): { readonly name: string; readonly behaviours: string } {
  const [first] = hosts;
  if (!first) return { name: '', behaviours: '' };
  const whole = localities.length > 1 && first.locality !== '';
  const who = whole ? first.locality : first.name;
  const step = bytes ? 'does: refuses' : hosts.length > 1 ? 'answers: 503' : 'answers: 503, errors: 30%';
  const where = emitDocument({ [whole ? 'locality' : 'endpoint']: who }).trimEnd();
  return {
    name: `${who} ${bytes ? 'refuses connections' : hosts.length > 1 ? 'answers 503' : 'answers 503 now and then'}`,
    behaviours: `behaviours:
# What goes wrong, and when. Besides "answers", a step can say latency, or does: hangs, refuses, unreachable, resets, away.
- where: { ${where} }
  script:
  - { from: 15s, to: 35s, ${step} }
`,
  };
}
