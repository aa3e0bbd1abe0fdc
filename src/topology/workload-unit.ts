import { asText, labelsText, member, specOf, workloadLabels, type Resource } from '../istio/index.ts';
import { badgesFor, effectiveNamespace, isSelected, rulesForCalls, withBadges } from './badges.ts';
import type { TopologyNode } from './types.ts';
import { EMPTY, type Fragment, type Scope } from './unit.ts';

export const callerId = (resource: Resource): string => `Caller/${resource.id}`;

/**
 * A workload that something selects is an endpoint; one that nothing selects can only call, so it stands first.
 * WorkloadEntries and WorkloadGroups are endpoints always.
 */
export function workloadUnit(resource: Resource, scope: Scope): Fragment {
  const labels = workloadLabels(resource);
  if (!labels) return EMPTY;
  const namespace = effectiveNamespace(resource, scope);
  const badges = [...badgesFor(labels, namespace, scope), ...rulesForCalls(labels, namespace, scope)];
  const entry = resource.type === 'WorkloadEntry' || resource.type === 'WorkloadGroup';
  const caller = !entry && !isSelected(labels, namespace, scope);
  const detail = entry
    ? (asText(member(specOf(resource), 'address')) ?? labelsText(labels))
    : caller
      ? resource.type
      : labelsText(labels);
  const node: TopologyNode = {
    id: caller ? callerId(resource) : resource.id,
    kind: caller ? 'Caller' : entry ? resource.type : 'Workload',
    lane: caller ? 'caller' : 'endpoint',
    label: resource.name,
    resource: resource.id,
    namespace,
    rows: [],
    ...(detail ? { detail } : {}),
    ...(resource.assumed ? { assumed: true } : {}),
    ...(resource.stale ? { stale: true } : {}),
    ...withBadges(badges),
  };
  return { ...EMPTY, nodes: [node] };
}
