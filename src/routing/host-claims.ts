import {
  compareSpecificity,
  hostMatches,
  hostsOf,
  hostSubsetOf,
  hostSuffixes,
  isWildcard,
  key,
  type MeshView,
  type Resource,
} from '../istio/index.ts';
import { question } from './question.ts';

/** A resource and the host of it that covers the host asked for. */
export interface HostClaim {
  readonly resource: Resource;
  readonly host: string;
}

/**
 * The VirtualServices or DestinationRules whose host covers the given one, itself a name or a wildcard: the most
 * specific host first, the oldest resource first among equals.
 */
export const hostClaims = question(claimsOf);

function claimsOf(
  view: MeshView,
  type: 'VirtualService' | 'DestinationRule',
  host: string,
): readonly HostClaim[] {
  const claims = new Map<string, readonly Resource[]>();
  const claim = (pattern: string): void => {
    const resources = view.find(key.host(type, pattern));
    if (resources.length) claims.set(pattern, resources);
  };
  claim(host);
  for (const suffix of hostSuffixes(host)) claim(`*${suffix}`);
  for (const resource of view.find(key.oddWildcards(type))) {
    for (const pattern of hostsOf(resource, view.settings)) {
      if (isWildcard(pattern) && hostSubsetOf(host, pattern)) claim(pattern);
    }
  }
  return [...claims.entries()]
    .sort(([a], [b]) => compareSpecificity(a, b))
    .flatMap(([pattern, resources]) => resources.map((resource) => ({ resource, host: pattern })));
}

/** The Services and ServiceEntries with a host under a wildcard such as `*.shop.example`, oldest first. */
export function definersUnder(view: MeshView, wildcard: string): readonly Resource[] {
  const suffix = wildcard.slice(1);
  if (suffix.startsWith('.')) return view.find(key.under(suffix));
  return [...view.find(key.kind('Service')), ...view.find(key.kind('ServiceEntry'))].filter((resource) =>
    hostsOf(resource, view.settings).some((host) => hostMatches(host, wildcard)),
  );
}
