import type { Path, YamlMap } from '../yaml/index.ts';
import { onceEach } from './once-each.ts';
import { asLabels, asText, member, valueAt } from './read.ts';
import type { Resource } from './types.ts';

export type Labels = Readonly<Record<string, string>>;

/** Whether `labels` carry every pair of `selector`. An empty selector matches everything. */
export const labelsMatch = (selector: Labels, labels: Labels): boolean =>
  Object.entries(selector).every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value);

/** `version: v1, track: stable`, as people read labels; keys in the order written. */
export const labelsText = (labels: Labels): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ');

const POD_TEMPLATE = ['spec', 'template', 'metadata', 'labels'] as const;
const TEMPLATED = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'Job',
  'ReplicationController',
]);

/** Whether pods come of it. */
export const isWorkload = (type: string): boolean =>
  type === 'Pod' || type === 'CronJob' || TEMPLATED.has(type);

/** Where the labels stand that `workloadLabels` reads; of a WorkloadEntry those that people write. */
export function labelsPath(type: string): Path {
  if (TEMPLATED.has(type)) return POD_TEMPLATE;
  if (type === 'CronJob') return ['spec', 'jobTemplate', ...POD_TEMPLATE];
  if (type === 'WorkloadEntry') return ['spec', 'labels'];
  return type === 'WorkloadGroup' ? ['spec', 'metadata', 'labels'] : ['metadata', 'labels'];
}

/** The labels that a workload's pods, a WorkloadEntry or a WorkloadGroup's entries carry; undefined for other kinds. */
export const workloadLabels = onceEach(labelsOf);

function labelsOf({ type, value }: Pick<Resource, 'type' | 'value'>): Labels | undefined {
  if (type === 'Pod') return asLabels(valueAt(value, ['metadata', 'labels']));
  if (TEMPLATED.has(type)) return asLabels(valueAt(value, POD_TEMPLATE));
  if (type === 'CronJob') return asLabels(valueAt(value, ['spec', 'jobTemplate', ...POD_TEMPLATE]));
  if (type === 'WorkloadEntry') {
    return {
      ...asLabels(valueAt(value, ['metadata', 'labels'])),
      ...asLabels(valueAt(value, ['spec', 'labels'])),
    };
  }
  if (type === 'WorkloadGroup') return asLabels(valueAt(value, ['spec', 'metadata', 'labels']));
  return undefined;
}

function selectorPath(type: string): readonly string[] | undefined {
  switch (type) {
    case 'Service':
    case 'Gateway':
      return ['spec', 'selector'];
    case 'ServiceEntry':
    case 'Sidecar':
      return ['spec', 'workloadSelector', 'labels'];
    case 'DestinationRule':
      return ['spec', 'workloadSelector', 'matchLabels'];
    case 'PeerAuthentication':
    case 'AuthorizationPolicy':
    case 'RequestAuthentication':
      return ['spec', 'selector', 'matchLabels'];
    default:
      return undefined;
  }
}

/** The labels by which a resource picks workloads; undefined where it picks none by labels. */
export const selectorOf = onceEach((resource: Pick<Resource, 'type' | 'value'>): Labels | undefined => {
  const path = selectorPath(resource.type);
  const written = path && valueAt(resource.value, path);
  const labels = asLabels(written);
  return Object.keys(labels).length ? labels : undefined;
});

/** `spec` of a resource, or an empty map. */
export const specOf = (resource: Pick<Resource, 'value'>): YamlMap => {
  const spec = member(resource.value, 'spec');
  return typeof spec === 'object' && spec !== null && !Array.isArray(spec) ? spec : {};
};

/** `metadata.creationTimestamp` as written; undefined for what the cluster has not created. */
export const createdAt = onceEach((resource: Pick<Resource, 'value'>): string | undefined =>
  asText(valueAt(resource.value, ['metadata', 'creationTimestamp'])),
);
