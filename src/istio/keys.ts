import type { YamlMap, YamlValue } from '../yaml/index.ts';
import { gatewaysOf } from './gateway-names.ts';
import { hostSuffixes, isWildcard, resolveHost, serviceHost } from './hosts.ts';
import { onceEachIn } from './once-each.ts';
import { asList, asText, asTexts, member } from './read.ts';
import { isWorkload, selectorOf, specOf, workloadLabels, type Labels } from './selectors.ts';
import { namespaceOf, type MeshSettings } from './settings.ts';
import { targetsOf } from './targets.ts';
import type { Resource } from './types.ts';

/** What resources are filed under in a mesh. Made by `key`, read by `mesh.find`. */
export type MeshKey = string;

/**
 * Every question that one resource may ask about others is one of these keys. That an edit touches a key is then all
 * that has to be known to say whose answers changed.
 */
export const key = {
  kind: (type: string): MeshKey => `kind ${type}`,
  kindIn: (type: string, namespace: string): MeshKey => `kind ${type} ${namespace}`,
  name: (type: string, namespace: string, name: string): MeshKey => `name ${type} ${namespace} ${name}`,
  /** The host that a resource of this type defines (Service, ServiceEntry) or claims (VirtualService, DestinationRule), resolved. */
  host: (type: string, host: string): MeshKey => `host ${type} ${host}`,
  /** Wildcards that do not begin with `*.`, such as `*` and `*-api.example`: few, so they are compared one by one. */
  oddWildcards: (type: string): MeshKey => `odd ${type}`,
  /** Services and ServiceEntries with a host that ends so; `suffix` begins with a dot. */
  under: (suffix: string): MeshKey => `under ${suffix}`,
  /** VirtualServices that delegate to this one. */
  delegating: (namespace: string, name: string): MeshKey => `delegate ${namespace} ${name}`,
  /** VirtualServices that send requests to this host, resolved, or copies of them. */
  sendingTo: (host: string): MeshKey => `sends ${host}`,
  /** VirtualServices bound to this gateway, `mesh` or `namespace/name`, at any of their rules. */
  bound: (gateway: string): MeshKey => `bound ${gateway}`,
  /** Workloads, WorkloadEntries and WorkloadGroups whose pods or entries carry this label. */
  labelled: (namespace: string, label: string, value: string): MeshKey =>
    `label ${namespace} ${label}=${value}`,
  /** The same in any namespace, as Gateways select. */
  labelledAnywhere: (label: string, value: string): MeshKey => `label ${label}=${value}`,
  /** Services and ServiceEntries whose selector holds this label (each is filed under one of its labels only). */
  selecting: (namespace: string, label: string, value: string): MeshKey =>
    `selects ${namespace} ${label}=${value}`,
  gatewaySelecting: (label: string, value: string): MeshKey => `gateway selects ${label}=${value}`,
  /** Policies of a namespace that select by this label, one of theirs. */
  policySelecting: (namespace: string, label: string, value: string): MeshKey =>
    `policy selects ${namespace} ${label}=${value}`,
  /** Policies for a whole namespace. */
  policyFor: (namespace: string): MeshKey => `policy ${namespace}`,
  /** What is attached by name to this resource. */
  targeting: (type: string, namespace: string, name: string): MeshKey =>
    `targets ${type} ${namespace} ${name}`,
};

/** The kinds that are drawn as badges of what they select. */
export const POLICY_KINDS = [
  'Sidecar',
  'PeerAuthentication',
  'AuthorizationPolicy',
  'RequestAuthentication',
] as const;
const POLICIES: ReadonlySet<string> = new Set(POLICY_KINDS);

/** The pair of a selector under which it is filed: the same whatever order the labels are written in. */
export function firstLabel(selector: Labels): readonly [string, string] | undefined {
  return Object.entries(selector).sort(([a], [b]) => (a < b ? -1 : 1))[0];
}

/** The hosts that a resource defines or claims, resolved, without doubles; none for other kinds. */
export const hostsOf = onceEachIn((resource: Resource, settings: MeshSettings): readonly string[] => {
  const namespace = namespaceOf(resource, settings);
  const full = (host: string): string => resolveHost(host, namespace, settings.clusterDomain);
  switch (resource.type) {
    case 'Service':
      return resource.name ? [serviceHost(resource.name, namespace, settings.clusterDomain)] : [];
    case 'ServiceEntry':
      return [...new Set(asTexts(member(specOf(resource), 'hosts')).filter(Boolean))];
    case 'VirtualService':
      return [
        ...new Set(
          asTexts(member(specOf(resource), 'hosts'))
            .filter(Boolean)
            .map(full),
        ),
      ];
    case 'DestinationRule': {
      const host = asText(member(specOf(resource), 'host'));
      return host ? [full(host)] : [];
    }
    default:
      return [];
  }
});

type Add = (key: MeshKey) => void;

function addHosts(resource: Resource, settings: MeshSettings, add: Add): void {
  const defines = resource.type === 'Service' || resource.type === 'ServiceEntry';
  for (const host of hostsOf(resource, settings)) {
    add(key.host(resource.type, host));
    if (isWildcard(host) && !host.startsWith('*.')) add(key.oddWildcards(resource.type));
    if (defines) for (const suffix of hostSuffixes(host)) add(key.under(suffix));
  }
}

function addLabels(resource: Resource, namespace: string, add: Add): void {
  for (const [label, value] of Object.entries(workloadLabels(resource) ?? {})) {
    add(key.labelled(namespace, label, value));
    add(key.labelledAnywhere(label, value));
  }
  const selector = selectorOf(resource);
  const first = selector && firstLabel(selector);
  if (POLICIES.has(resource.type)) {
    add(first ? key.policySelecting(namespace, ...first) : key.policyFor(namespace));
  } else if (first && resource.type === 'Gateway') add(key.gatewaySelecting(...first));
  else if (first) add(key.selecting(namespace, ...first));
}

function addBindings(resource: Resource, settings: MeshSettings, namespace: string, add: Add): void {
  for (const gateway of gatewaysOf(resource, settings)) add(key.bound(gateway));
  for (const rule of asList(member(specOf(resource), 'http'))) {
    const delegate = member(rule, 'delegate');
    const name = asText(member(delegate, 'name'));
    if (name) add(key.delegating(asText(member(delegate, 'namespace')) || namespace, name));
  }
  for (const host of destinationHosts(specOf(resource)))
    add(key.sendingTo(resolveHost(host, namespace, settings.clusterDomain)));
}

/** The hosts that the rules of a VirtualService send to, as written. */
function destinationHosts(spec: YamlMap): readonly string[] {
  const hosts = new Set<string>();
  const add = (destination: YamlValue | undefined): void => {
    const host = asText(member(destination, 'host'));
    if (host) hosts.add(host);
  };
  for (const section of ['http', 'tls', 'tcp']) {
    for (const rule of asList(member(spec, section))) {
      for (const route of asList(member(rule, 'route'))) add(member(route, 'destination'));
      add(member(rule, 'mirror'));
      for (const mirror of asList(member(rule, 'mirrors'))) add(member(mirror, 'destination'));
    }
  }
  return [...hosts];
}

const NO_KEYS: ReadonlySet<MeshKey> = new Set();

/** Every key that a resource is filed under. */
export function keysOf(resource: Resource, settings: MeshSettings): ReadonlySet<MeshKey> {
  if (resource.patch) return NO_KEYS;
  const namespace = namespaceOf(resource, settings);
  const keys = new Set<MeshKey>();
  const add: Add = (one) => void keys.add(one);
  add(key.kind(resource.type));
  add(key.kindIn(resource.type, namespace));
  add(key.name(resource.type, namespace, resource.name));
  addHosts(resource, settings, add);
  addLabels(resource, namespace, add);
  for (const { type, namespace: within, name } of targetsOf(resource, settings))
    add(key.targeting(type, within, name));
  if (resource.type === 'VirtualService') addBindings(resource, settings, namespace, add);
  if (isWorkload(resource.type)) keys.add(key.kindIn('workload', namespace)).add(key.kind('workload'));
  return keys;
}
