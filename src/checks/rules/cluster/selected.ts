import {
  asList,
  firstLabel,
  key,
  labelsMatch,
  namespaceOf,
  selectorOf,
  valueAt,
  workloadLabels,
  type MeshView,
  type Resource,
} from '../../../istio/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';

/** The first workload that a Service selects, other than a Pod if there is one: as Kiali looks at Deployments. */
export function firstSelected(service: Resource, namespace: string, view: MeshView): Resource | undefined {
  const selector = selectorOf(service);
  const first = selector && firstLabel(selector);
  if (!selector || !first) return undefined;
  const selected = view
    .find(key.labelled(namespace, ...first))
    .filter((workload) => labelsMatch(selector, workloadLabels(workload) ?? {}));
  return (
    selected.find(({ type }) => type === 'Deployment') ??
    selected.find(({ type }) => type !== 'WorkloadEntry')
  );
}

/** The Services that select a workload. */
export function servicesOf(workload: Resource, view: MeshView): readonly Resource[] {
  const namespace = namespaceOf(workload, view.settings);
  const labels = workloadLabels(workload) ?? {};
  return Object.entries(labels)
    .flatMap(([label, value]) => view.find(key.selecting(namespace, label, value)))
    .filter((service) => service.type === 'Service' && labelsMatch(selectorOf(service) ?? {}, labels));
}

/** The `spec` of a workload's pods, from its root. */
export function podSpecPath({ type }: Resource): readonly string[] {
  if (type === 'Pod') return ['spec'];
  return type === 'CronJob'
    ? ['spec', 'jobTemplate', 'spec', 'template', 'spec']
    : ['spec', 'template', 'spec'];
}

export const containersOf = (workload: Resource): readonly YamlValue[] =>
  asList(valueAt(workload.value, [...podSpecPath(workload), 'containers']));
