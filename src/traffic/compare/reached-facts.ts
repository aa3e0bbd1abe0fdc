import { asLabels, labelsText, member, selectorOf, type Mesh } from '../../istio/index.ts';
import { clusterOf, goesToDialled, type Cluster } from '../clusters/cluster.ts';
import type { Hop } from '../onward.ts';
import type { Destination } from '../outcome.ts';
import { clientIn, scopeOf } from '../scope/scope.ts';
import { destinationName } from '../words/facts.ts';

/** What of the destinations of a hop stands in no outcome: whom they consist of, and what is asked of certificates. */
export function reachedFacts(mesh: Mesh, { request, trace }: Hop): ReadonlyMap<string, string> {
  const scope = scopeOf(mesh, clientIn(mesh, request.caller));
  const reached = (trace.outcome.destinations ?? [])
    .filter(({ exists }) => exists)
    .map((destination) => ({
      destination,
      cluster: clusterOf(mesh, scope, { ...destination, subset: destination.subset ?? null }),
    }));
  const facts = new Map<string, string>();
  const add = (what: string, say: (cluster: Cluster, destination: Destination) => string): void => {
    const told = reached.map(({ cluster, destination }) => ({
      destination,
      text: say(cluster, destination),
    }));
    const texts = new Set(told.map(({ text }) => text));
    const [only] = texts;
    if (!only && texts.size < 2) return;
    const each = told.map(({ destination, text }) => `${destinationName(destination)}: ${text || 'none'}`);
    facts.set(what, texts.size === 1 && only ? only : each.toSorted().join(', '));
  };
  add('Endpoints', endpointsText);
  add('Certificates', (cluster, { tls }) =>
    tls.mode === 'none' || tls.auto ? '' : certificatesText(cluster),
  );
  return facts;
}

/** Whom a cluster consists of, as it is configured: labels that pick, addresses that are written, or how they are found. */
function endpointsText({ service, subset, rule, endpoints, policy }: Cluster): string {
  if (!service) return '';
  if (service.resolution === 'NONE' || goesToDialled(policy)) return 'the address that is dialled';
  const asked = subset === null ? {} : asLabels(member(rule?.subsets.get(subset)?.value, 'labels'));
  const picking = { ...service.resources.map((one) => selectorOf(one))[0], ...asked };
  const addresses = endpoints?.flatMap(({ address }) => address ?? []) ?? [];
  return [
    endpoints?.length === 0 ? 'none' : '',
    labelsText(picking),
    [...new Set(addresses)].sort().join(' and '),
    service.resolution === 'CLUSTER' || service.resolution === 'STATIC' ? '' : `by ${service.resolution}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** What `tls` of a policy says besides the mode and the name, which the outcome tells. */
const certificatesText = ({ policy: { tls } }: Cluster): string =>
  Object.entries(typeof tls?.value === 'object' && tls.value !== null ? tls.value : {})
    .filter(([name]) => name !== 'mode' && name !== 'sni')
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .toSorted()
    .join(', ');
