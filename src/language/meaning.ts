import {
  asList,
  asText,
  key,
  member,
  namespaceOf,
  references,
  resolveHost,
  specOf,
  type Mesh,
  type Reference,
  type Resource,
} from '../istio/index.ts';
import { isWithin, samePath, type Path } from '../yaml/index.ts';
import type { Pointed } from './at.ts';

/** What a name in the text means, so that the other places that mean the same can be found. */
export type Meaning =
  | { readonly kind: 'host'; readonly host: string }
  | { readonly kind: 'subset'; readonly host: string; readonly subset: string }
  | { readonly kind: 'port'; readonly host: string; readonly port: number }
  | { readonly kind: 'resource'; readonly type: string; readonly namespace: string; readonly name: string };

/** A place of a resource. */
export interface Place {
  readonly resource: Resource;
  readonly path: Path;
}

/** What the pointed name means; null where it is no name that anything else can mean. */
export function meaningOf(mesh: Mesh, { resource, path }: Pointed): Meaning | null {
  if (!resource) return null;
  return declared(mesh, resource, path) ?? referred(mesh, resource, path);
}

/** What a resource declares at a path: its own name, a host, a subset. */
function declared({ settings }: Mesh, resource: Resource, path: Path): Meaning | null {
  const namespace = namespaceOf(resource, settings);
  if (samePath(path, ['metadata', 'name']))
    return resource.type === 'Service'
      ? { kind: 'host', host: resolveHost(resource.name, namespace, settings.clusterDomain) }
      : { kind: 'resource', type: resource.type, namespace, name: resource.name };
  const [, section, index, last] = path;
  if (resource.type !== 'DestinationRule' || section !== 'subsets' || last !== 'name') return null;
  const host = resolveHost(asText(member(specOf(resource), 'host')) ?? '', namespace, settings.clusterDomain);
  const subset = asText(member(asList(member(specOf(resource), 'subsets'))[Number(index)], 'name'));
  return subset ? { kind: 'subset', host, subset } : null;
}

function referred({ settings }: Mesh, resource: Resource, path: Path): Meaning | null {
  const reference = references(resource, settings).find(({ kind, path: at }) =>
    kind === 'delegate' ? isWithin(path, at) : samePath(path, at),
  );
  return reference ? meant(reference, resource, settings.defaultNamespace) : null;
}

/** What a reference means; null for those that mean no single name (labels) or what files seldom hold. */
function meant(reference: Reference, resource: Resource, defaultNamespace: string): Meaning | null {
  switch (reference.kind) {
    case 'host':
      return { kind: 'host', host: reference.host };
    case 'scope':
      return { kind: 'host', host: reference.host };
    case 'subset':
      return { kind: 'subset', host: reference.host, subset: reference.subset };
    case 'port':
      return { kind: 'port', host: reference.host, port: reference.port };
    case 'gateway': {
      const [namespace = '', name] = reference.gateway.split('/');
      return name === undefined ? null : { kind: 'resource', type: 'Gateway', namespace, name };
    }
    case 'delegate':
      return {
        kind: 'resource',
        type: 'VirtualService',
        namespace: reference.namespace,
        name: reference.name,
      };
    case 'credential':
      return {
        kind: 'resource',
        type: 'Secret',
        namespace: resource.namespace || defaultNamespace,
        name: reference.name,
      };
    default:
      return null;
  }
}

/** The places that refer to a meaning, in the order of the files. */
export function referencesTo(mesh: Mesh, meaning: Meaning): Place[] {
  return mesh.resources.flatMap((resource) =>
    references(resource, mesh.settings)
      .filter((reference) => sameMeaning(meant(reference, resource, mesh.settings.defaultNamespace), meaning))
      .map(({ kind, path }) => ({ resource, path: kind === 'delegate' ? [...path, 'name'] : path })),
  );
}

function sameMeaning(a: Meaning | null, b: Meaning): boolean {
  if (a?.kind !== b.kind) return false;
  if (a.kind === 'resource' && b.kind === 'resource')
    return a.type === b.type && a.namespace === b.namespace && a.name === b.name;
  if (a.kind === 'resource' || b.kind === 'resource' || a.host !== b.host) return false;
  if (a.kind === 'subset' && b.kind === 'subset') return a.subset === b.subset;
  return !(a.kind === 'port' && b.kind === 'port') || a.port === b.port;
}

/** The places that define a meaning: what counts first comes first. */
export function definitionsOf(mesh: Mesh, meaning: Meaning): Place[] {
  switch (meaning.kind) {
    case 'host': {
      const defining = [
        ...mesh.find(key.host('Service', meaning.host)),
        ...mesh.find(key.host('ServiceEntry', meaning.host)),
      ];
      return defining.map((resource) => ({ resource, path: hostPath(resource, meaning.host) }));
    }
    case 'subset':
      return mesh
        .find(key.host('DestinationRule', meaning.host))
        .flatMap((resource) =>
          asList(member(specOf(resource), 'subsets')).flatMap((subset, index) =>
            asText(member(subset, 'name')) === meaning.subset
              ? [{ resource, path: ['spec', 'subsets', index, 'name'] }]
              : [],
          ),
        );
    case 'port':
      return definitionsOf(mesh, { kind: 'host', host: meaning.host }).flatMap(({ resource }) =>
        asList(member(specOf(resource), 'ports')).flatMap((port, index) => {
          const under = resource.type === 'Service' ? 'port' : 'number';
          return member(port, under) === meaning.port
            ? [{ resource, path: ['spec', 'ports', index, under] }]
            : [];
        }),
      );
    case 'resource':
      return mesh
        .find(key.name(meaning.type, meaning.namespace, meaning.name))
        .map((resource) => ({ resource, path: ['metadata', 'name'] }));
  }
}

function hostPath(resource: Resource, host: string): Path {
  if (resource.type === 'Service') return ['metadata', 'name'];
  const index = asList(member(specOf(resource), 'hosts')).indexOf(host);
  return index < 0 ? ['spec', 'hosts'] : ['spec', 'hosts', index];
}
