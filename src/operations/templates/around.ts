import {
  asList,
  asNumber,
  asText,
  asTexts,
  hostsOf,
  isWildcard,
  key,
  labelsMatch,
  member,
  namespaceOf,
  resolveHost,
  selectorOf,
  serviceHost,
  serviceNamespace,
  specOf,
  valueAt,
  workloadLabels,
  type Labels,
  type Mesh,
  type Resource,
} from '../../istio/index.ts';
import { findHost, gatewayNamed, rulesOf, serversOf } from '../../routing/index.ts';
import type { Path, YamlValue } from '../../yaml/index.ts';
import type { TemplateContext } from './context.ts';

/** A host that is spoken of, in full, with what is said of it there. */
export interface AskedHost {
  readonly host: string;
  readonly subset?: string | undefined;
  readonly port?: number | undefined;
}

/** The destinations of a VirtualService, those of the selected rule or way first. */
export function destinationsOf(mesh: Mesh, virtualService: Resource, path: Path = []): readonly AskedHost[] {
  const namespace = namespaceOf(virtualService, mesh.settings);
  const [, section, index, , way] = path;
  const here = (rule: { section: string; index: number }) => rule.section === section && rule.index === index;
  return rulesOf(virtualService)
    .toSorted((a, b) => Number(here(b)) - Number(here(a)))
    .flatMap((rule) => {
      const routes = asList(member(rule.value, 'route'));
      const mirror = member(rule.value, 'mirror');
      const found = [
        ...routes.map((route) => member(route, 'destination')),
        ...(mirror === undefined ? [] : [mirror]),
        ...asList(member(rule.value, 'mirrors')).map((each) => member(each, 'destination')),
      ];
      const first = here(rule) && typeof way === 'number' && path[3] === 'route' ? found[way] : undefined;
      return first === undefined ? found : [first, ...found];
    })
    .flatMap((destination) => askedHost(destination, namespace, mesh));
}

function askedHost(destination: YamlValue | undefined, namespace: string, mesh: Mesh): AskedHost[] {
  const host = asText(member(destination, 'host'));
  if (!host) return [];
  return [
    {
      host: resolveHost(host, namespace, mesh.settings.clusterDomain),
      subset: asText(member(destination, 'subset')),
      port: asNumber(valueAt(destination, ['port', 'number'])),
    },
  ];
}

/** The hosts that what is selected speaks of, the most meant first, without doubles. */
export function hostsAround(context: TemplateContext): readonly AskedHost[] {
  const found = context.host === undefined ? [] : [{ host: context.host }];
  const all = [...found, ...(context.near ? hostsAt(context.mesh, context.near, context.path) : [])];
  return all.filter(({ host }, index) => all.findIndex((other) => other.host === host) === index);
}

function hostsAt(mesh: Mesh, near: Resource, path: Path): readonly AskedHost[] {
  const own = hostsOf(near, mesh.settings).map((host) => ({ host }));
  switch (near.type) {
    case 'VirtualService':
      return [...destinationsOf(mesh, near, path), ...own];
    case 'DestinationRule': {
      const subset = asText(valueAt(near.value, [...path.slice(0, 3), 'name']));
      return own.map((each) => (subset === undefined ? each : { ...each, subset }));
    }
    case 'Gateway':
      return boundTo(mesh, near).flatMap((virtualService) => destinationsOf(mesh, virtualService));
    default:
      return own.length > 0 ? own : hostsBehind(mesh, near);
  }
}

/** The VirtualServices that a Gateway lets requests in to. */
export function boundTo(mesh: Mesh, gateway: Resource): readonly Resource[] {
  const name = `${namespaceOf(gateway, mesh.settings)}/${gateway.name}`;
  return gatewayNamed(mesh, name) === gateway ? mesh.find(key.bound(name)) : [];
}

/** The hosts of the Services and ServiceEntries that pick the same workloads. */
function hostsBehind(mesh: Mesh, near: Resource): readonly AskedHost[] {
  const labels = workloadLabels(near) ?? selectorOf(near);
  const namespace = namespaceOf(near, mesh.settings);
  const picking = Object.entries(labels ?? {}).flatMap(([label, value]) =>
    mesh.find(key.selecting(namespace, label, value)),
  );
  return picking
    .filter((definer) => labels && labelsMatch(selectorOf(definer) ?? {}, labels))
    .flatMap((definer) => hostsOf(definer, mesh.settings).map((host) => ({ host })));
}

/** Workloads as a selector picks them, and where they are. */
export interface Workloads {
  readonly labels: Labels;
  readonly namespace: string;
}

/** The workloads that what is selected is, runs in or picks by itself; undefined where it picks none. */
export function ownWorkloads({ mesh, near }: TemplateContext): Workloads | undefined {
  const labels = near && (workloadLabels(near) ?? selectorOf(near));
  if (!near || !labels || !some(labels)) return undefined;
  const namespace = near.type === 'Gateway' ? homeOf(mesh, near, labels) : near.namespace;
  return { labels, namespace };
}

/** Those; else the ones behind the hosts that it speaks of. */
export function workloadsAround(context: TemplateContext): Workloads | undefined {
  const own = ownWorkloads(context);
  if (own) return own;
  for (const { host, subset } of hostsAround(context)) {
    const [definer] = definersOf(context.mesh, host, context.namespace);
    const selector = definer && selectorOf(definer);
    if (!definer || !selector) continue;
    const version = subset === undefined ? {} : subsetLabels(context.mesh, host, subset);
    return { labels: { ...selector, ...version }, namespace: definer.namespace };
  }
  return undefined;
}

const some = (labels: Labels): boolean => Object.keys(labels).length > 0;

/** The namespace of a Gateway's proxies, if the files hold them; else its own. */
function homeOf(mesh: Mesh, gateway: Resource, selector: Labels): string {
  const [label, value] = Object.entries(selector)[0] ?? [];
  if (label === undefined || value === undefined) return gateway.namespace;
  const pods = mesh.find(key.labelledAnywhere(label, value));
  const pod = pods.find((each) => labelsMatch(selector, workloadLabels(each) ?? {}));
  return pod?.namespace ?? gateway.namespace;
}

function subsetLabels(mesh: Mesh, host: string, subset: string): Labels {
  const rules = mesh.find(key.host('DestinationRule', host));
  const found = rules
    .flatMap((rule) => asList(member(specOf(rule), 'subsets')))
    .find((each) => member(each, 'name') === subset);
  const labels = member(found, 'labels');
  return Object.fromEntries(
    Object.entries(labels && typeof labels === 'object' ? labels : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/** Who defines a host, the one that counts first; a wildcard that covers it counts where nothing else does. */
export const definersOf = (mesh: Mesh, host: string, namespace: string): readonly Resource[] =>
  findHost(mesh, host, namespace || mesh.settings.defaultNamespace).resources;

/** A host as a resource of the namespace best writes it: a Service's by its short name inside its own. */
export function writtenHost(mesh: Mesh, host: string, namespace: string): string {
  const { clusterDomain, defaultNamespace } = mesh.settings;
  return serviceNamespace(host, clusterDomain) === (namespace || defaultNamespace)
    ? host.slice(0, host.indexOf('.'))
    : host;
}

/** Whether the host is one of a Kubernetes Service. */
export const isServiceHost = ({ settings }: Mesh, host: string): boolean =>
  serviceNamespace(host, settings.clusterDomain) !== null;

/** Single hosts that the files define: those of Services first, of the namespace before others. */
export function knownHosts(mesh: Mesh, namespace: string): readonly string[] {
  const { settings } = mesh;
  const near = (resource: Resource) =>
    namespaceOf(resource, settings) === (namespace || settings.defaultNamespace);
  const services = mesh.find(key.kind('Service')).filter(({ name }) => name !== '');
  const hosts = [...services.filter(near), ...services.filter((service) => !near(service))].map((service) =>
    serviceHost(service.name, namespaceOf(service, settings), settings.clusterDomain),
  );
  const entries = mesh
    .find(key.kind('ServiceEntry'))
    .flatMap((entry) => asTexts(member(specOf(entry), 'hosts')));
  return [...new Set([...hosts, ...entries])].filter((host) => host !== '' && !isWildcard(host));
}

/** Reserved for examples: never somebody's host. One that no file speaks of yet. */
export function freshHost(mesh: Mesh, stem = 'api'): string {
  const taken = (host: string) =>
    ['ServiceEntry', 'VirtualService', 'DestinationRule'].some(
      (type) => mesh.find(key.host(type, host)).length > 0,
    );
  let host = `${stem}.example.com`;
  for (let number = 2; taken(host); number++) host = `${stem}-${number}.example.com`;
  return host;
}

/** The server of a Gateway that is selected, else its first. */
export function serverAt(gateway: Resource, path: Path): YamlValue | undefined {
  const servers = serversOf(gateway);
  return (servers.find(({ index }) => path[1] === 'servers' && path[2] === index) ?? servers[0])?.value;
}
