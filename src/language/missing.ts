import { closest } from '../checks/index.ts';
import {
  asList,
  asText,
  isWildcard,
  key,
  member,
  namespaceOf,
  newestApiVersion,
  resolveHost,
  serviceNamespace,
  specOf,
  valueAt,
  type Mesh,
  type Resource,
} from '../istio/index.ts';
import { namespaceToAssume, newResource, serviceToAssume, type Operation } from '../operations/index.ts';
import type { YamlMap } from '../yaml/index.ts';
import { pointedAt, type Pointed } from './at.ts';
import { namePlace } from './complete/name-place.ts';
import type { LanguageContext } from './context.ts';
import { definitionsOf, meaningOf, type Meaning } from './meaning/index.ts';
import { namesFor } from './names/index.ts';
import { fieldOf } from './schema.ts';

/** A way to mend a name that means nothing in the workspace. */
export interface MissingMend {
  readonly title: string;
  readonly operation: Operation;
}

/**
 * Where a name stands that nothing in the files defines: to write the name that was meant, to add what is named, or to say
 * that the cluster has it.
 */
export function missingMends(context: LanguageContext, file: string, offset: number): readonly MissingMend[] {
  const { mesh } = context;
  const pointed = pointedAt(context, file, offset);
  if (!pointed?.resource || pointed.resource.stale || pointed.on === 'key') return [];
  const meaning = meaningOf(mesh, pointed);
  if (!meaning || definitionsOf(mesh, meaning).length > 0) return [];
  // What clients ask for need not be defined anywhere.
  if (meaning.kind === 'host' && pointed.path.at(-1) !== 'host') return [];
  return [...meant(mesh, pointed), ...added(mesh, file, pointed, pointed.resource, meaning)];
}

/** The name that looks like it. */
function meant(mesh: Mesh, { placed, path, text, resource }: Pointed): MissingMend[] {
  const field = fieldOf(placed, path);
  if (!field || !text || !resource) return [];
  const names = namesFor(namePlace(mesh, field, placed, path)).map(({ name }) => name);
  const namespace = placed.namespace || mesh.settings.defaultNamespace;
  const isDefined = (name: string): boolean => {
    if (field.reference !== 'host') return true;
    const host = resolveHost(name, namespace, mesh.settings.clusterDomain);
    return !isWildcard(name) && definitionsOf(mesh, { kind: 'host', host }).length > 0;
  };
  const name = closest(
    text,
    names.filter((each) => each !== text && isDefined(each)),
  );
  if (name === undefined) return [];
  const value = field.kind === 'integer' ? Number(name) : name;
  return [
    { title: `Change to "${name}"`, operation: { kind: 'set-field', resource: resource.id, path, value } },
  ];
}

function added(
  mesh: Mesh,
  file: string,
  pointed: Pointed,
  near: Resource,
  meaning: Meaning,
): readonly MissingMend[] {
  const namespace = near.namespace;
  const add = (title: string, value: YamlMap): MissingMend => ({
    title,
    operation: { kind: 'add-resource', file, value },
  });
  switch (meaning.kind) {
    case 'host':
      return forHost(mesh, file, pointed, near, meaning.host);
    case 'subset':
      return [forSubset(mesh, file, pointed, near, meaning)];
    case 'namespace': {
      const operation = namespaceToAssume(mesh, meaning.name);
      return operation ? [{ title: `Assume the namespace ${meaning.name}`, operation }] : [];
    }
    case 'resource': {
      const { type, name } = meaning;
      const within = meaning.namespace === namespaceOf(near, mesh.settings) ? namespace : meaning.namespace;
      if (type === 'Gateway') {
        const { value } = newResource(mesh, 'Gateway', { resource: near.id }, { namespace: within, name });
        return [add(`Add the Gateway ${name}`, value)];
      }
      if (type !== 'VirtualService') return [];
      const fresh = newResource(mesh, 'VirtualService', {}, { namespace: within, name });
      const { spec: _, ...head } = fresh.value;
      const route = asList(member(specOf(near), 'http')).flatMap((rule) => asList(member(rule, 'route')))[0];
      const host = asText(valueAt(route, ['destination', 'host'])) ?? 'api.example.com';
      // What is delegated to must have no hosts.
      return [
        add(`Add the VirtualService ${name}`, {
          ...head,
          spec: { http: [{ route: [{ destination: { host } }] }] },
        }),
      ];
    }
    default:
      return [];
  }
}

function forHost(
  mesh: Mesh,
  file: string,
  { path }: Pointed,
  near: Resource,
  host: string,
): readonly MissingMend[] {
  if (serviceNamespace(host, mesh.settings.clusterDomain) !== null) {
    const port = valueAt(near.value, [...path.slice(0, -1), 'port', 'number']);
    const operation = serviceToAssume(mesh, host, typeof port === 'number' ? [port] : []);
    return operation ? [{ title: `Assume the service ${operation.name}`, operation }] : [];
  }
  if (!host.includes('.')) return [];
  const { value } = newResource(mesh, 'ServiceEntry', { host }, { namespace: near.namespace });
  return [{ title: `Add a ServiceEntry for ${host}`, operation: { kind: 'add-resource', file, value } }];
}

function forSubset(
  mesh: Mesh,
  file: string,
  { path }: Pointed,
  near: Resource,
  { host, subset }: Meaning & { kind: 'subset' },
): MissingMend {
  const item = { name: subset, labels: { version: subset } };
  const [rule] = mesh.find(key.host('DestinationRule', host)).filter(({ stale }) => !stale);
  if (rule) {
    const index = asList(member(specOf(rule), 'subsets')).length;
    const subsets = ['spec', 'subsets'];
    const operation: Operation =
      index > 0
        ? { kind: 'insert-item', resource: rule.id, path: subsets, index, value: item }
        : { kind: 'set-field', resource: rule.id, path: subsets, value: [item] };
    return { title: `Add the subset ${subset} to DestinationRule ${rule.name}`, operation };
  }
  const { namespace } = near;
  const written = asText(valueAt(near.value, [...path.slice(0, -1), 'host'])) ?? host;
  const { name } = newResource(mesh, 'DestinationRule', { host }, { namespace });
  const value: YamlMap = {
    apiVersion: newestApiVersion('DestinationRule') ?? '',
    kind: 'DestinationRule',
    metadata: { name, ...(namespace ? { namespace } : {}) },
    spec: { host: written, subsets: [item] },
  };
  const operation: Operation = { kind: 'add-resource', file, value };
  return { title: `Add a DestinationRule with the subset ${subset}`, operation };
}
