import {
  asList,
  asText,
  asTexts,
  gatewaysOf,
  key,
  MESH_GATEWAY,
  member,
  namespaceOf,
  onceEach,
  resolveGateway,
  specOf,
  type MeshView,
  type Resource,
} from '../istio/index.ts';
import type { Path, YamlValue } from '../yaml/index.ts';
import { hostClaims } from './host-claims.ts';
import { question } from './question.ts';
import { exportTo, isVisible } from './visibility.ts';

export const RULE_SECTIONS = ['http', 'tls', 'tcp'] as const;
export type RuleSection = (typeof RULE_SECTIONS)[number];

/** A rule of a VirtualService, and where it stands. */
export interface RouteRule {
  readonly section: RuleSection;
  readonly index: number;
  readonly value: YamlValue;
  readonly path: Path;
}

/** The rules of a VirtualService: `http`, then `tls`, then `tcp`, in order. */
export const rulesOf = onceEach((virtualService: Resource): readonly RouteRule[] => {
  const spec = specOf(virtualService);
  return RULE_SECTIONS.flatMap((section) =>
    asList(member(spec, section)).map((value, index) => ({
      section,
      index,
      value,
      path: ['spec', section, index],
    })),
  );
});

/** The gateways at which a rule can apply, resolved: those its matches name, each among the VirtualService's own. */
export function ruleGateways(virtualService: Resource, rule: RouteRule, view: MeshView): readonly string[] {
  const own = gatewaysOf(virtualService, view.settings);
  const matches = asList(member(rule.value, 'match'));
  if (!matches.length) return own;
  const namespace = namespaceOf(virtualService, view.settings);
  const at = new Set<string>();
  for (const match of matches) {
    const named = asTexts(member(match, 'gateways')).map((gateway) => resolveGateway(gateway, namespace));
    for (const gateway of named.length ? named : own) if (own.includes(gateway)) at.add(gateway);
  }
  return own.filter((gateway) => at.has(gateway));
}

/** A VirtualService without hosts is there to be delegated to. */
export const isDelegate = (virtualService: Resource): boolean =>
  asTexts(member(specOf(virtualService), 'hosts')).length === 0;

/** The VirtualServices whose http rules hand on to this one, oldest first. */
export const delegatorsOf = (view: MeshView, virtualService: Resource): readonly Resource[] =>
  view.find(key.delegating(namespaceOf(virtualService, view.settings), virtualService.name));

/** The VirtualService that a rule hands on to, with the name it asks for; null where it hands on to none. */
export function delegateOf(
  view: MeshView,
  virtualService: Resource,
  rule: RouteRule,
): { readonly namespace: string; readonly name: string; readonly found: Resource | undefined } | null {
  const delegate = member(rule.value, 'delegate');
  const name = asText(member(delegate, 'name'));
  if (!name) return null;
  const own = namespaceOf(virtualService, view.settings);
  const namespace = asText(member(delegate, 'namespace')) || own;
  const found = view.find(key.name('VirtualService', namespace, name))[0];
  return { namespace, name, found: found && isVisible(found, own, view.settings) ? found : undefined };
}

/** 0: for the client's namespace alone; 1: exported to it by name; 2: for all. That is the order istiod asks in. */
export function consultationTier(virtualService: Resource, clientNamespace: string, view: MeshView): number {
  if (exportTo(virtualService, view.settings).includes('*')) return 2;
  return namespaceOf(virtualService, view.settings) === clientNamespace ? 0 : 1;
}

/**
 * The VirtualServices that claim a host in the sidecars of a namespace, the one that counts first: in the mesh exactly
 * one serves a host. The most specific host wins; then private before exported before public; then the older.
 */
export const meshClaims = question((view, host: string, clientNamespace: string): readonly Resource[] =>
  hostClaims(view, 'VirtualService', host)
    .filter(
      ({ resource }) =>
        gatewaysOf(resource, view.settings).includes(MESH_GATEWAY) &&
        isVisible(resource, clientNamespace, view.settings),
    )
    .map((claim, order) => ({
      ...claim,
      order,
      tier: consultationTier(claim.resource, clientNamespace, view),
    }))
    .sort((a, b) => (a.host === b.host ? a.tier - b.tier : 0) || a.order - b.order)
    .map((claim) => claim.resource),
);

/** The VirtualService whose rules of one section count for a host in the sidecars of a namespace. */
export function meshOwner(
  view: MeshView,
  host: string,
  clientNamespace: string,
  section: RuleSection,
): Resource | undefined {
  return meshClaims(view, host, clientNamespace).find((claim) =>
    rulesOf(claim).some(
      (rule) => rule.section === section && ruleGateways(claim, rule, view).includes(MESH_GATEWAY),
    ),
  );
}
