import {
  asText,
  EXPECTATIONS,
  hostMention,
  key,
  MESH_GATEWAY,
  namespaceOf,
  resolveGateway,
  SCENARIOS,
  serviceHost,
  targetOf,
  valueAt,
  type Mesh,
  type NamingField,
  type ReferenceKind,
  type Resource,
} from '../../istio/index.ts';
import type { Path } from '../../yaml/index.ts';
import { hostNear, type NamePlace } from '../names/index.ts';
import type { Meaning } from './meaning.ts';

interface Naming extends NamingField {
  readonly mesh: Mesh;
  readonly resource: Resource;
  /** Of the resource, the default one where it names none. */
  readonly namespace: string;
}

/** What a field that names something means; null for what means no single thing, such as `*`. */
export function meantBy(mesh: Mesh, resource: Resource, naming: NamingField): Meaning | null {
  const read = naming.field.reference && READERS[naming.field.reference];
  return read?.({ ...naming, mesh, resource, namespace: namespaceOf(resource, mesh.settings) }) ?? null;
}

const READERS: Partial<Record<ReferenceKind, (naming: Naming) => Meaning | null>> = {
  host: hostOf,
  'host-name': hostOf,
  subset(naming) {
    const host = hostNear(placeOf(naming));
    return host === undefined ? null : { kind: 'subset', host, subset: naming.text };
  },
  port(naming) {
    const host = hostNear(placeOf(naming));
    return host === undefined ? null : { kind: 'port', host, port: Number(naming.text) };
  },
  gateway({ text, namespace }) {
    if (text === MESH_GATEWAY) return null;
    const [within = '', name = ''] = resolveGateway(text, namespace).split('/');
    return { kind: 'resource', type: 'Gateway', namespace: within, name };
  },
  'virtual-service'(naming) {
    if (naming.resource.type === EXPECTATIONS) return virtualServiceCalled(naming);
    const namespace = beside(naming, 'namespace') || naming.namespace;
    return { kind: 'resource', type: 'VirtualService', namespace, name: naming.text };
  },
  url(naming) {
    const host = hostInUrl(naming.text);
    const field = { ...naming.field, reference: 'host-name' as const };
    return host ? hostOf({ ...naming, field, text: host.text }) : null;
  },
  namespace({ text, namespace }) {
    if (text === '.') return { kind: 'namespace', name: namespace };
    return /^[*~]$/.test(text) ? null : { kind: 'namespace', name: text };
  },
  // The namespace is that of the proxy which uses it: for a Gateway most often its own.
  secret: ({ text, namespace }) => ({ kind: 'resource', type: 'Secret', namespace, name: text }),
  'service-account'({ text, namespace }) {
    const [within, name] = text.includes('/') ? text.split('/') : [namespace, text];
    return account(within, name);
  },
  principal({ text }) {
    const [, within, name] = /^[^/*]+\/ns\/([^/*]+)\/sa\/([^/*]+)$/.exec(text) ?? [];
    return account(within, name);
  },
  resource(naming) {
    const { resource, path, namespace, mesh } = naming;
    const target = targetOf(valueAt(resource.value, path.slice(0, -1)), namespace, mesh.settings);
    if (target?.type === 'Service')
      return { kind: 'host', host: serviceHost(target.name, namespace, mesh.settings.clusterDomain) };
    return target ? { kind: 'resource', ...target } : null;
  },
};

/** Files that speak of hosts as clients do: a name without dots is a Service beside the caller. */
const OWN: ReadonlySet<string> = new Set([EXPECTATIONS, SCENARIOS]);

function hostOf({ mesh, resource, ...naming }: Naming): Meaning | null {
  if (OWN.has(resource.type) && !naming.text.includes('.')) return serviceCalled(mesh, naming);
  const mention = hostMention(mesh, resource, naming);
  return mention ? { kind: 'host', host: mention.host } : null;
}

/** A Service by its short name: of the caller's namespace; where only the name counts, else the first of that name. */
function serviceCalled(
  mesh: Mesh,
  { text, namespace, field }: Pick<Naming, 'text' | 'namespace' | 'field'>,
): Meaning {
  const { clusterDomain } = mesh.settings;
  const near = serviceHost(text, namespace, clusterDomain);
  if (field.reference !== 'host' || mesh.find(key.host('Service', near)).length > 0)
    return { kind: 'host', host: near };
  const other = mesh.find(key.kind('Service')).find(({ name }) => name === text);
  const host = other ? serviceHost(text, namespaceOf(other, mesh.settings), clusterDomain) : near;
  return { kind: 'host', host };
}

/** `namespace/name`, or the name alone: then the first of that name. */
function virtualServiceCalled({ mesh, text, namespace }: Naming): Meaning {
  const [within, name] = text.includes('/') ? text.split('/') : [undefined, text];
  const found = mesh.find(key.kind('VirtualService')).find((one) => one.name === name);
  return {
    kind: 'resource',
    type: 'VirtualService',
    name: name ?? '',
    namespace: within ?? (found ? namespaceOf(found, mesh.settings) : namespace),
  };
}

/** The host in a URL, and where it begins. */
export function hostInUrl(url: string): { readonly text: string; readonly at: number } | undefined {
  const [, before, text] = /^([a-z][a-z0-9+.-]*:\/\/)([^/:?#@[\]]+)(?=[/:?#]|$)/i.exec(url) ?? [];
  return before !== undefined && text !== undefined ? { text, at: before.length } : undefined;
}

const account = (namespace: string | undefined, name: string | undefined): Meaning | null =>
  namespace && name ? { kind: 'resource', type: 'ServiceAccount', namespace, name } : null;

const beside = ({ resource, path }: Naming, key: string): string | undefined =>
  asText(valueAt(resource.value, [...path.slice(0, -1), key]));

const placeOf = ({ mesh, resource, namespace, field, path }: Naming): NamePlace => ({
  mesh,
  field,
  path,
  namespace,
  type: resource.type,
  textAt: (at: Path) => asText(valueAt(resource.value, at)),
});
