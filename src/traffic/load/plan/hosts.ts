import { asLabels, asNumber, labelsMatch, member, type Labels } from '../../../istio/index.ts';
import type { Cluster } from '../../clusters/cluster.ts';
import { goesToDialled } from '../../clusters/cluster.ts';
import type { EndpointPlace } from '../../clusters/endpoints.ts';
import type { BehaviourPlan } from '../engine/plan.ts';
import type { BehaviourPart, BehaviourRule, EndpointChoice, LoadScenario } from '../scenario/scenario.ts';
import { localityMatches, type Placeable } from './locality.ts';
import { localityOfLabels } from './traffic-distribution.ts';

/** An endpoint of a cluster, with how it behaves. */
export interface LabEndpoint extends Placeable {
  readonly name: string;
  readonly address: string;
  readonly behaviour: BehaviourPlan;
  /** Where a file has it; missing for one that is only declared, or taken to be there. */
  readonly at?: EndpointPlace;
}

export interface LabEndpoints {
  readonly endpoints: readonly LabEndpoint[];
  /** What is taken to be so, because nothing says it: sentences. */
  readonly assumed: readonly string[];
  /** The behaviours that are about one of them. */
  readonly meant: readonly BehaviourRule[];
}

/** An endpoint that nothing is said of answers within 5 to 25 ms. */
const USUAL: BehaviourPlan = {
  latency: { p50: 10, p99: 25 },
  connect: 1,
  errors: 0,
  errorStatus: 503,
  concurrency: Infinity,
  script: [],
};

interface Found {
  readonly name: string;
  readonly address: string;
  readonly locality: string;
  readonly labels: Labels;
  readonly weight: number;
  readonly own: BehaviourPart;
  readonly at?: EndpointPlace;
}

/** The endpoints of a cluster: those that the scenario declares for its host, else those of the files. */
export function labEndpoints(cluster: Cluster, scenario: LoadScenario): LabEndpoints {
  const declared = declaredFor(cluster, scenario);
  const assumed: string[] = [];
  const found = declared.length ? declared : fromFiles(cluster, assumed);
  const meant = new Set<BehaviourRule>();
  const endpoints = found.map(({ own, ...endpoint }) => {
    const rules = scenario.behaviours.filter(({ where }) => isMeant(where, endpoint, cluster.host));
    for (const rule of rules) meant.add(rule);
    return { ...endpoint, behaviour: behaviourOf([own, ...rules]) };
  });
  return { endpoints, assumed, meant: [...meant] };
}

function behaviourOf(parts: readonly BehaviourPart[]): BehaviourPlan {
  let all: BehaviourPlan = USUAL;
  for (const { latency, connect, errors, errorStatus, concurrency, script } of parts)
    all = {
      latency: latency ?? all.latency,
      connect: connect ?? all.connect,
      errors: errors ?? all.errors,
      errorStatus: errorStatus ?? all.errorStatus,
      concurrency: concurrency ?? all.concurrency,
      script: script ? [...all.script, ...script] : all.script,
    };
  return all;
}

const isMeant = (
  { host, endpoint, locality, labels }: EndpointChoice,
  found: Pick<Found, 'name' | 'address' | 'locality' | 'labels'>,
  ofHost: string,
): boolean =>
  (host === undefined || host.toLowerCase() === ofHost) &&
  (endpoint === undefined || endpoint === found.name || endpoint === found.address) &&
  (locality === undefined || localityMatches(locality, found.locality)) &&
  (labels === undefined || labelsMatch(labels, found.labels));

function declaredFor(cluster: Cluster, { endpoints }: LoadScenario): readonly Found[] {
  const { host, subset, rule } = cluster;
  const wanted = subset === null ? {} : asLabels(member(rule?.subsets.get(subset)?.value, 'labels'));
  return endpoints
    .filter(
      (each) =>
        (each.host === undefined || each.host.toLowerCase() === host) &&
        (subset === null ||
          (each.subset === undefined ? labelsMatch(wanted, each.labels ?? {}) : each.subset === subset)),
    )
    .flatMap(({ name, count, locality = '', labels = {}, weight = 1, ...own }) =>
      Array.from({ length: count }, (_, index) => {
        const each = count > 1 ? `${name}-${index + 1}` : name;
        const at = placeOf(cluster, each, labels);
        return { name: each, address: each, locality, labels, weight, own, ...(at && { at }) };
      }),
    );
}

/** Where the files have a declared endpoint: the one of its address, else the first that carries its labels, else the only one. */
function placeOf({ endpoints }: Cluster, address: string, labels: Labels): EndpointPlace | undefined {
  const all = endpoints ?? [];
  const labelled = Object.keys(labels).length > 0;
  const found =
    all.find((each) => each.address === address) ??
    (labelled ? all.find((each) => labelsMatch(labels, each.labels)) : undefined) ??
    (all.length === 1 ? all[0] : undefined);
  return found?.at;
}

function fromFiles({ endpoints, host, port, service, policy }: Cluster, assumed: string[]): readonly Found[] {
  const single = { name: host, address: `${host}:${port}`, locality: '', labels: {}, weight: 1, own: {} };
  if (endpoints === null) {
    assumed.push(
      `The files do not show the pods of ${host}: one is taken to be there. Declare as many as there are under "endpoints".`,
    );
    return [single];
  }
  if (service?.resolution === 'NONE' || service?.resolution === 'DYNAMIC_DNS' || goesToDialled(policy)) {
    assumed.push(`Requests to ${host} go to the address that was dialled: it is taken for one endpoint.`);
    return [single];
  }
  if (service?.resolution === 'DNS' && endpoints.length)
    assumed.push(
      `Each name of ${host} is taken to have one address. Where DNS gives more, each is an endpoint: declare them under "endpoints".`,
    );
  const named = service?.ports.find(({ number }) => number === port);
  const target = asNumber(named?.target) ?? port;
  const found = endpoints.map(({ address = '', labels, locality, weight = 1, ports, at }, index) => {
    const name = address || (endpoints.length > 1 ? `${host}-${index + 1}` : host);
    return {
      name,
      address: `${name}:${ports?.[named?.name ?? ''] ?? target}`,
      locality: locality ?? localityOfLabels(labels),
      labels,
      weight,
      own: {},
      ...(at && { at }),
    };
  });
  if (service?.resolution !== 'DNS_ROUND_ROBIN' || found.length < 2) return found;
  assumed.push(
    `With resolution DNS_ROUND_ROBIN ${host} is one endpoint to Envoy, whatever addresses it has.`,
  );
  return found.slice(0, 1);
}
