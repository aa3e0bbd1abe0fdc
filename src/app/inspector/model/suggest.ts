import {
  asList,
  asNumber,
  asText,
  type Field,
  hostsOf,
  key,
  member,
  type Mesh,
  MESH_GATEWAY,
  namespaceOf,
  resolveHost,
  type Resource,
  shortAliases,
  specOf,
  workloadLabels,
} from '../../../istio/index.ts';
import type { Path } from '../../../yaml/index.ts';
import { stepInto, valueAt } from './path.ts';

/** A name to choose, and what it stands for. */
export interface Suggestion {
  readonly value: string;
  readonly note?: string;
}

interface Place {
  readonly mesh: Mesh;
  readonly resource: Resource;
  readonly namespace: string;
  readonly path: Path;
  readonly field: Field;
}

type Source = (place: Place) => Iterable<Suggestion>;

/** Whether an input should offer names at all. */
export function suggests(field: Field): boolean {
  return (
    (field.reference !== undefined && sources[field.reference] !== undefined) ||
    (field.kind === 'string' && field.suggestions !== undefined)
  );
}

/** What may be meant at a place: the schema's own suggestions, then names that the workspace knows. Without doubles. */
export function suggestionsFor(
  mesh: Mesh,
  resource: Resource,
  field: Field,
  path: Path,
): readonly Suggestion[] {
  const found = new Map<string, Suggestion>();
  const own = field.kind === 'string' ? (field.suggestions ?? []) : [];
  for (const value of own) found.set(value, { value });
  const source = field.reference && sources[field.reference];
  const place = { mesh, resource, path, field, namespace: namespaceOf(resource, mesh.settings) };
  for (const suggestion of source?.(place) ?? []) {
    if (suggestion.value && !found.has(suggestion.value)) found.set(suggestion.value, suggestion);
  }
  return [...found.values()].slice(0, 500);
}

const sources: Partial<Record<NonNullable<Field['reference']>, Source>> = {
  *host(place) {
    // Gateways and Sidecars name the namespace with the host.
    const prefix = place.field.format === 'namespaced-host' ? '*/' : '';
    for (const { value, note } of knownHosts(place)) {
      yield { value: `${prefix}${value}`, ...(note === undefined ? {} : { note }) };
    }
  },
  *subset(place) {
    const host = siblingHost(place);
    for (const rule of host ? place.mesh.find(key.host('DestinationRule', host)) : []) {
      for (const subset of asList(member(specOf(rule), 'subsets'))) {
        yield { value: asText(member(subset, 'name')) ?? '', note: rule.name };
      }
    }
  },
  *port(place) {
    const host = siblingHost(place);
    if (!host) return;
    for (const entry of place.mesh.find(key.host('ServiceEntry', host))) yield* portsOf(entry, 'number');
    for (const service of place.mesh.find(key.host('Service', host))) yield* portsOf(service, 'port');
  },
  *gateway({ mesh, namespace }) {
    yield { value: MESH_GATEWAY, note: 'Every sidecar' };
    for (const gateway of mesh.find(key.kind('Gateway'))) {
      const within = namespaceOf(gateway, mesh.settings);
      yield {
        value: within === namespace ? gateway.name : `${within}/${gateway.name}`,
        note: `Gateway in ${within}`,
      };
    }
  },
  *namespace({ mesh }) {
    for (const declared of mesh.find(key.kind('Namespace'))) yield { value: declared.name };
    for (const name of new Set(mesh.resources.map((resource) => resource.namespace))) yield { value: name };
  },
  *'virtual-service'({ mesh }) {
    for (const route of mesh.find(key.kind('VirtualService')))
      yield { value: route.name, note: route.namespace };
  },
  *'label-key'({ mesh }) {
    for (const labels of allLabels(mesh)) for (const label of Object.keys(labels)) yield { value: label };
  },
  *'label-value'({ mesh, path }) {
    const label = String(path.at(-1));
    for (const labels of allLabels(mesh))
      if (Object.hasOwn(labels, label)) yield { value: labels[label] ?? '' };
  },
  *secret({ mesh }) {
    for (const secret of mesh.find(key.kind('Secret'))) yield { value: secret.name, note: secret.namespace };
  },
  *'service-account'({ mesh }) {
    for (const account of mesh.find(key.kind('ServiceAccount')))
      yield { value: account.name, note: account.namespace };
  },
  *resource({ mesh, resource, path }) {
    const kind = asText(stepInto(valueAt(resource.value, path.slice(0, -1)), 'kind'));
    for (const each of mesh.resources) {
      if (each.kind === kind && each.namespace === resource.namespace) yield { value: each.name };
    }
  },
};

/** Hosts that the files define: Services by the shortest name that is not mistaken, ServiceEntries as they are written. */
function* knownHosts({ mesh, namespace }: Place): Iterable<Suggestion> {
  for (const service of mesh.find(key.kind('Service'))) {
    const [host = ''] = hostsOf(service, mesh.settings);
    const [shortest = host] = shortAliases(host, namespace, mesh.settings.clusterDomain);
    yield {
      value: shortest.includes('.') ? host : shortest,
      note: `Service in ${namespaceOf(service, mesh.settings)}`,
    };
  }
  for (const entry of mesh.find(key.kind('ServiceEntry'))) {
    for (const host of hostsOf(entry, mesh.settings))
      yield { value: host, note: `ServiceEntry ${entry.name}` };
  }
}

/** The host beside the field, or the nearest one above it, resolved: what a subset or a port belongs to. */
function siblingHost({ mesh, resource, namespace, path }: Place): string | undefined {
  for (let length = path.length - 1; length > 0; length -= 1) {
    const host = asText(stepInto(valueAt(resource.value, path.slice(0, length)), 'host'));
    if (host) return resolveHost(host, namespace, mesh.settings.clusterDomain);
  }
  return undefined;
}

function* portsOf(resource: Resource, numberKey: string): Iterable<Suggestion> {
  for (const port of asList(member(specOf(resource), 'ports'))) {
    const number = asNumber(member(port, numberKey));
    const name = asText(member(port, 'name')) ?? asText(member(port, 'protocol'));
    if (number !== undefined) yield { value: String(number), ...(name ? { note: name } : {}) };
  }
}

function* allLabels(mesh: Mesh): Iterable<Readonly<Record<string, string>>> {
  for (const resource of mesh.resources) {
    const labels = workloadLabels(resource);
    if (labels) yield labels;
  }
}

/** The full name that a host in a resource stands for. */
export const fullHost = (mesh: Mesh, resource: Resource, host: string): string =>
  resolveHost(host, namespaceOf(resource, mesh.settings), mesh.settings.clusterDomain);

/** What a written host is in the workspace, in words; undefined when no file says. */
export function whatHostIs(mesh: Mesh, resource: Resource, host: string): string | undefined {
  const full = fullHost(mesh, resource, host);
  const entry = mesh.find(key.host('ServiceEntry', full))[0];
  if (entry) return entry.id === resource.id ? undefined : `Matches ServiceEntry ${entry.name}`;
  const service = mesh.find(key.host('Service', full))[0];
  return service && `Matches Service ${service.name} in ${namespaceOf(service, mesh.settings)}`;
}
