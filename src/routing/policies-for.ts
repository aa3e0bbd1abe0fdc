import {
  asText,
  key,
  labelsMatch,
  namespaceOf,
  selectorOf,
  specOf,
  targetRefsOf,
  valueAt,
  type Labels,
  type MeshView,
  type Resource,
} from '../istio/index.ts';

/** A policy that names what it is for by `targetRef` or `targetRefs` picks no workloads by labels. */
const isTargeted = (policy: Resource): boolean => targetRefsOf(policy).length > 0;

/** The policies that name a resource in `targetRefs`: what waypoints and Gateways of Kubernetes apply to it. */
export const policiesTargeting = (view: MeshView, resource: Resource): readonly Resource[] =>
  view.find(key.targeting(resource.type, namespaceOf(resource, view.settings), resource.name));

/** From the narrowest: those that pick the workload, those of its namespace, those of the whole mesh. */
type Levels = readonly [readonly Resource[], readonly Resource[], readonly Resource[]];

/** Of a kind of which one counts: of the narrowest level that has any, the oldest. */
const narrowest = (levels: Levels): readonly Resource[] =>
  levels.find((level) => level.length > 0)?.slice(0, 1) ?? [];

const setsMode = (policy: Resource): boolean => {
  const mode = asText(valueAt(specOf(policy), ['mtls', 'mode']));
  return mode !== undefined && mode !== 'UNSET';
};

/** The oldest of each level, up to the one that says the mode: what it leaves unset, a wider one says. */
function peerAuthentications(levels: Levels): readonly Resource[] {
  const oldest = levels.flatMap((level) => level.slice(0, 1));
  const last = oldest.findIndex(setsMode);
  return last < 0 ? oldest : oldest.slice(0, last + 1);
}

/**
 * The Sidecars and policies that istiod applies to workloads with these labels in a namespace, the narrowest first. From
 * the root namespace those without a selector count for all; of AuthorizationPolicies and RequestAuthentications those
 * with one too.
 * https://istio.io/latest/docs/reference/config/networking/sidecar/
 * https://istio.io/latest/docs/reference/config/security/peer_authentication/
 * https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export function policiesFor(view: MeshView, labels: Labels, namespace: string): readonly Resource[] {
  const root = view.settings.rootNamespace;
  const selecting = (from: string): readonly Resource[] =>
    Object.entries(labels)
      .flatMap(([label, value]) => view.find(key.policySelecting(from, label, value)))
      .filter((policy) => labelsMatch(selectorOf(policy) ?? {}, labels));
  const wide = (from: string): readonly Resource[] =>
    view.find(key.policyFor(from)).filter((policy) => !isTargeted(policy));

  const own = [selecting(namespace), wide(namespace)] as const;
  const fromRoot = namespace === root ? ([[], []] as const) : ([selecting(root), wide(root)] as const);
  const among = (type: string): Levels => {
    const of = (policies: readonly Resource[]) => policies.filter((policy) => policy.type === type);
    return [of(own[0]), of(own[1]), of(fromRoot[1])];
  };
  const all = (type: string): readonly Resource[] => [
    ...among(type).flat(),
    ...fromRoot[0].filter((policy) => policy.type === type),
  ];
  return [
    ...narrowest(among('Sidecar')),
    ...peerAuthentications(among('PeerAuthentication')),
    ...all('RequestAuthentication'),
    ...all('AuthorizationPolicy'),
  ];
}
