import type { Field, ReferenceKind } from '../../istio/index.ts';
import { endpoints, localities, troubled } from './endpoints.ts';
import { headers } from './headers.ts';
import { admittedHosts, fullHosts, hosts, importedHosts, urls } from './hosts.ts';
import { labels } from './labels.ts';
import { ownPortNames, ports, subsets } from './near-host.ts';
import {
  delegates,
  extensionProviders,
  gateways,
  namespaces,
  principals,
  requestPrincipals,
  rules,
  secrets,
  serviceAccounts,
  targets,
} from './others.ts';
import type { KnownName, NamePlace } from './place.ts';

export { hostNear } from './near-host.ts';
export type { KnownName, NamePlace } from './place.ts';

const SOURCES: Readonly<Record<ReferenceKind, (place: NamePlace) => Iterable<KnownName>>> = {
  host(place) {
    if (place.field.format !== 'namespaced-host') return hosts(place);
    return place.type === 'Gateway' ? admittedHosts(place) : importedHosts(place);
  },
  'host-name': fullHosts,
  subset: subsets,
  port: ports,
  'port-name': ownPortNames,
  gateway: gateways,
  namespace: namespaces,
  'virtual-service': delegates,
  'label-key': (place) => labels(place, undefined),
  'label-value': (place) => labels(place, String(place.path.at(-1))),
  secret: secrets,
  'service-account': serviceAccounts,
  principal: principals,
  'request-principal': requestPrincipals,
  'extension-provider': extensionProviders,
  header: headers,
  resource: targets,
  rule: rules,
  url: urls,
  endpoint: endpoints,
  locality: localities,
  troubled,
};

/** Whether a field names something that the workspace may know. */
export const hasNames = ({ reference }: Field): boolean => reference !== undefined;

/** The names of the workspace that may be meant at a place, the likeliest first. Without doubles. */
export function namesFor(place: NamePlace): readonly KnownName[] {
  const { reference } = place.field;
  const found = new Map<string, KnownName>();
  for (const known of reference ? SOURCES[reference](place) : [])
    if (known.name !== '' && !found.has(known.name)) found.set(known.name, known);
  return [...found.values()];
}
