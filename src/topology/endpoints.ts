import {
  asLabels,
  asList,
  asNumber,
  asText,
  key,
  labelsMatch,
  labelsText,
  member,
  namespaceOf,
  selectorOf,
  specOf,
  workloadLabels,
  type Labels,
  type Resource,
} from '../istio/index.ts';
import type { Path } from '../yaml/index.ts';
import { addressId, distinct, endpointRow, externalId } from './ids.ts';
import type { NodeRow, TopologyNode } from './types.ts';
import type { Scope } from './unit.ts';

/** Something that answers for a host. */
export interface Endpoint {
  readonly node: string;
  readonly row: string | null;
  /** What subsets choose by; null where labels do nothing (the app's own address is dialled). */
  readonly labels: Labels | null;
  readonly kind: 'selects' | 'resolves';
}

export interface Endpoints {
  readonly list: readonly Endpoint[];
  /** Nodes of endpoints that are no resources. */
  readonly nodes: readonly TopologyNode[];
  /** Whether the files may simply not hold the endpoints that there are. */
  readonly open: boolean;
}

const NOWHERE: Endpoints = { list: [], nodes: [], open: true };

/**
 * The workloads, WorkloadEntries and WorkloadGroups that a selector picks in a namespace: of a Service it picks these too.
 * https://istio.io/latest/docs/reference/config/networking/workload-entry/
 */
function selected(selector: Labels, namespace: string, scope: Scope): Endpoint[] {
  const [label, value] = Object.entries(selector)[0] ?? [];
  if (label === undefined || value === undefined) return [];
  return scope.view.find(key.labelled(namespace, label, value)).flatMap((workload) => {
    const labels = workloadLabels(workload) ?? {};
    if (!labelsMatch(selector, labels)) return [];
    return [{ node: workload.id, row: null, labels, kind: 'selects' as const }];
  });
}

function addressNode(
  host: string,
  external: boolean,
  rows: readonly NodeRow[],
  resource: Resource,
  path: Path,
  namespace: string,
): TopologyNode {
  return {
    id: external ? externalId(host) : addressId(host),
    kind: external ? 'ExternalHost' : 'Workload',
    lane: 'endpoint',
    label: host,
    resource: null,
    namespace: external ? '' : namespace,
    rows,
    origin: { resource: resource.id, path },
    ...(external ? { external: true } : {}),
    ...(resource.stale ? { stale: true } : {}),
  };
}

/** What stands behind a ServiceEntry's `endpoints`: an address each, with its locality or labels. */
function endpointRows(resource: Resource): readonly (NodeRow & { readonly labels: Labels })[] {
  const rows = asList(member(specOf(resource), 'endpoints')).flatMap((endpoint, index) => {
    const address = asText(member(endpoint, 'address'));
    if (!address) return [];
    const labels = asLabels(member(endpoint, 'labels'));
    const words = [asText(member(endpoint, 'locality')), labelsText(labels)].filter(Boolean).join(' · ');
    const weight = asNumber(member(endpoint, 'weight'));
    const label = [address, words, weight === undefined ? '' : `weight ${String(weight)}`]
      .filter(Boolean)
      .join(' · ');
    const path: Path = ['spec', 'endpoints', index];
    return [{ id: endpointRow(address), label, path, labels }];
  });
  return distinct(rows);
}

function serviceEntryEndpoints(resource: Resource, host: string, scope: Scope): Endpoints {
  const spec = specOf(resource);
  const namespace = namespaceOf(resource, scope.settings);
  const selector = selectorOf(resource);
  if (selector) return { ...NOWHERE, list: selected(selector, namespace, scope) };

  // An absent location is the enum's zero: outside the mesh.
  const external = asText(member(spec, 'location')) !== 'MESH_INTERNAL';
  const resolution = asText(member(spec, 'resolution')) ?? 'NONE';
  const rows = endpointRows(resource);
  const node = addressNode(
    host,
    external,
    rows.map(({ labels: _labels, ...row }) => row),
    resource,
    ['spec', 'hosts', Math.max(0, asList(member(spec, 'hosts')).indexOf(host))],
    namespace,
  );
  if (!rows.length) {
    const labels = resolution === 'NONE' ? null : {};
    return { list: [{ node: node.id, row: null, labels, kind: 'resolves' }], nodes: [node], open: false };
  }
  const list = rows.map((row) => ({
    node: node.id,
    row: row.id,
    labels: row.labels,
    kind: 'resolves' as const,
  }));
  return { list, nodes: [node], open: false };
}

/** What answers for a host of a Service or ServiceEntry, as far as the files tell. */
export function endpointsOf(resource: Resource, host: string, scope: Scope): Endpoints {
  if (resource.type === 'ServiceEntry') return serviceEntryEndpoints(resource, host, scope);
  const spec = specOf(resource);
  const namespace = namespaceOf(resource, scope.settings);
  const alias = asText(member(spec, 'externalName'));
  if (asText(member(spec, 'type')) === 'ExternalName' && alias) {
    const node = addressNode(alias, true, [], resource, ['spec', 'externalName'], namespace);
    return { list: [{ node: node.id, row: null, labels: {}, kind: 'resolves' }], nodes: [node], open: false };
  }
  const selector = selectorOf(resource);
  return selector ? { ...NOWHERE, list: selected(selector, namespace, scope) } : NOWHERE;
}

/** The endpoints that a subset's labels choose. */
export const chosen = (endpoints: readonly Endpoint[], labels: Labels): readonly Endpoint[] =>
  endpoints.filter((endpoint) => endpoint.labels === null || labelsMatch(labels, endpoint.labels));

/** Why a subset gets no traffic although its host is known; undefined where it does, or where the files cannot tell. */
export function emptySubset(endpoints: Endpoints, labels: Labels): string | undefined {
  if (!endpoints.list.length || chosen(endpoints.list, labels).length) return undefined;
  return endpoints.open
    ? `No workload in these files carries ${labelsText(labels)}.`
    : `No endpoint of its ServiceEntry carries ${labelsText(labels)}: Istio makes no cluster for it, and requests get 503.`;
}
