import {
  isWorkload,
  key,
  namespaceOf,
  selectorOf,
  workloadLabels,
  type MeshView,
  type Resource,
  type ResourceId,
} from '../istio/index.ts';
import type { Caller } from './request.ts';

/** Somebody who can send a request, by a name. */
export interface KnownCaller {
  readonly caller: Caller;
  /** `frontend`, `any app`, `Gateway edge`. */
  readonly title: string;
  /** The workload or Gateway; null for any app. */
  readonly resource: ResourceId | null;
}

/** Everybody who can send, as far as the files say: gateways, workloads, and any app of each namespace. */
export function callersIn(
  view: MeshView & { readonly resources: readonly Resource[] },
): readonly KnownCaller[] {
  const { settings } = view;
  const namespaces = new Set<string>();
  for (const resource of view.resources)
    if (!CLUSTER_WIDE.has(resource.type)) namespaces.add(namespaceOf(resource, settings));
  if (!namespaces.size) namespaces.add(settings.defaultNamespace);
  const at = (resource: Resource, kind: Caller['kind'], labels: Caller['labels']): Caller => ({
    kind,
    namespace: namespaceOf(resource, settings),
    ...(labels && Object.keys(labels).length && { labels }),
  });
  const gateways = view.find(key.kind('Gateway')).map((one) => ({
    caller: at(one, 'gateway', selectorOf(one)),
    title: `Gateway ${one.name}`,
    resource: one.id,
  }));
  const workloads = view.resources
    .filter(({ type }) => isWorkload(type))
    .map((one) => ({ caller: at(one, 'sidecar', workloadLabels(one)), title: one.name, resource: one.id }));
  const anybody = [...namespaces].sort().map((namespace) => ({
    caller: { kind: 'sidecar' as const, namespace },
    title: 'any app',
    resource: null,
  }));
  return [...workloads, ...anybody, ...gateways];
}

const CLUSTER_WIDE: ReadonlySet<string> = new Set(['Namespace', 'MeshConfig']);
