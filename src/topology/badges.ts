import {
  key,
  labelsMatch,
  namespaceOf,
  POLICY_KINDS,
  selectorOf,
  type Labels,
  type MeshView,
  type Resource,
} from '../istio/index.ts';
import { policiesFor, policiesTargeting } from '../routing/index.ts';
import type { NodeBadge } from './types.ts';
import type { Scope } from './unit.ts';

const POLICY_TYPES: ReadonlySet<string> = new Set(POLICY_KINDS);

const badge = (policy: Resource): NodeBadge => ({
  kind: policy.type,
  label: policy.name,
  resource: policy.id,
});

/** As a part of a node: left out where there are none. */
export const withBadges = (badges: readonly NodeBadge[]): { readonly badges?: readonly NodeBadge[] } =>
  badges.length ? { badges } : {};

/** The policies that apply to workloads with these labels. */
export const badgesFor = (labels: Labels, namespace: string, { view }: Scope): readonly NodeBadge[] =>
  policiesFor(view, labels, namespace).map(badge);

/** The DestinationRules that are for the calls of workloads with these labels only. */
export const rulesForCalls = (labels: Labels, namespace: string, { view }: Scope): readonly NodeBadge[] =>
  Object.entries(labels)
    .flatMap(([label, value]) => view.find(key.selecting(namespace, label, value)))
    .filter((rule) => isRule(rule) && labelsMatch(selectorOf(rule) ?? {}, labels))
    .map(badge);

const isRule = ({ type }: Resource): boolean => type === 'DestinationRule';

/**
 * The policies that apply to all that a Service or ServiceEntry selects: to be shown on itself where no file holds the
 * workloads. All that it selects carry the labels of its selector, whatever else they carry.
 */
export function badgesBehind(resource: Resource, scope: Scope): readonly NodeBadge[] {
  const selector = selectorOf(resource);
  return selector ? badgesFor(selector, namespaceOf(resource, scope.settings), scope) : [];
}

/** The policies that name a Service or ServiceEntry in `targetRefs`: they are for itself, whoever answers for it. */
export const badgesAttached = (resource: Resource, { view }: Scope): readonly NodeBadge[] =>
  policiesTargeting(view, resource)
    .filter(({ type }) => POLICY_TYPES.has(type))
    .map(badge);

/**
 * The policies that pick all pods of a Gateway, to be shown on it where no file holds them. Its pods may run in any
 * namespace, so only what picks them by their labels is sure to mean them.
 */
export function badgesAtGateway(gateway: Resource, { view }: Scope): readonly NodeBadge[] {
  const labels = selectorOf(gateway);
  if (!labels) return [];
  return POLICY_KINDS.flatMap((kind) => view.find(key.kind(kind)))
    .filter((policy) => {
      const selector = selectorOf(policy);
      return selector !== undefined && labelsMatch(selector, labels);
    })
    .map(badge);
}

/**
 * The policies of any app that the files do not name: those for the whole mesh; where the files know of one namespace
 * only, those of that one.
 */
export const badgesForAny = (view: MeshView, only: string | undefined): readonly NodeBadge[] =>
  policiesFor(view, {}, only ?? view.settings.rootNamespace).map(badge);

/** The policies that all of several nodes carry. */
export const commonBadges = (
  nodes: readonly { readonly badges?: readonly NodeBadge[] }[],
): readonly NodeBadge[] =>
  (nodes[0]?.badges ?? []).filter(({ resource }) =>
    nodes.every(({ badges }) => badges?.some((other) => other.resource === resource)),
  );

/** Whether a workload with these labels is behind a Service, a ServiceEntry or a Gateway of the files. */
export function isSelected(labels: Labels, namespace: string, { view }: Scope): boolean {
  return Object.entries(labels).some(([label, value]) =>
    [
      ...view.find(key.selecting(namespace, label, value)),
      ...view.find(key.gatewaySelecting(label, value)),
    ].some((selecting) => !isRule(selecting) && labelsMatch(selectorOf(selecting) ?? {}, labels)),
  );
}

export const effectiveNamespace = (resource: Resource, scope: Scope): string =>
  namespaceOf(resource, scope.settings);
