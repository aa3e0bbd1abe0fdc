import { key, labelsMatch, namespaceOf, selectorOf, type Labels, type Resource } from '../istio/index.ts';
import type { NodeBadge } from './types.ts';
import type { Scope } from './unit.ts';

const badge = (policy: Resource): NodeBadge => ({
  kind: policy.type,
  label: policy.name,
  resource: policy.id,
});

/** The policies that apply to workloads with these labels: those that select them, and those of their whole namespace. */
export function badgesFor(labels: Labels, namespace: string, { view }: Scope): readonly NodeBadge[] {
  const selecting = Object.entries(labels)
    .flatMap(([label, value]) => view.find(key.policySelecting(namespace, label, value)))
    .filter((policy) => labelsMatch(selectorOf(policy) ?? {}, labels));
  const all = [...selecting, ...view.find(key.policyFor(namespace))];
  return [...new Map(all.map((policy) => [policy.id, badge(policy)])).values()];
}

/** The policies of a namespace, whatever they select; for where no workload is known that could carry them. */
export const policiesOf = (resources: readonly Resource[]): readonly NodeBadge[] => resources.map(badge);

/** Whether a workload with these labels is behind a Service, a ServiceEntry or a Gateway of the files. */
export function isSelected(labels: Labels, namespace: string, { view }: Scope): boolean {
  return Object.entries(labels).some(([label, value]) =>
    [
      ...view.find(key.selecting(namespace, label, value)),
      ...view.find(key.gatewaySelecting(label, value)),
    ].some((selecting) => labelsMatch(selectorOf(selecting) ?? {}, labels)),
  );
}

export const effectiveNamespace = (resource: Resource, scope: Scope): string =>
  namespaceOf(resource, scope.settings);
