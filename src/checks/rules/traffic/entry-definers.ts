import { hostsOf, isWildcard, type Resource } from '../../../istio/index.ts';
import { definersUnder, findHost } from '../../../routing/index.ts';
import type { LinkedSubject } from '../../linked/linked-rule.ts';

/** The ServiceEntries behind the host of a DestinationRule, if nothing else is. */
export function entriesBehind({ resource, view }: LinkedSubject): readonly Resource[] {
  const domain = `.${view.settings.clusterDomain}`;
  const definers = hostsOf(resource, view.settings).flatMap((host) => {
    // A star in the cluster's domain, or around it, is for Services before all.
    const inside = isWildcard(host) && (host.endsWith(domain) || domain.endsWith(host.slice(1)));
    if (inside) return [];
    const exact = findHost(view, host, null).resources;
    return exact.length || !isWildcard(host) ? exact : definersUnder(view, host);
  });
  return definers.every(({ type }) => type === 'ServiceEntry') ? definers : [];
}
