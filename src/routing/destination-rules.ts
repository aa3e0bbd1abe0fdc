import {
  labelsMatch,
  namespaceOf,
  selectorOf,
  type Labels,
  type MeshView,
  type Resource,
} from '../istio/index.ts';
import { hostClaims, type HostClaim } from './host-claims.ts';
import { mergeDestinationRules, type MergedDestinationRule } from './merge-destination-rules.ts';
import { question } from './question.ts';
import { exportTo, writtenExportTo } from './visibility.ts';

/** Whose calls to which host. Namespaces are effective ones. */
export interface HostCall {
  readonly host: string;
  /** Of the Service or ServiceEntry; null where nothing defines the host. */
  readonly hostNamespace: string | null;
  /** Of the proxy that makes the call: a sidecar's, or a gateway's. */
  readonly clientNamespace: string;
  /** Of the workload that makes the call: a rule of its namespace that selects it counts first. Left out, none does. */
  readonly clientLabels?: Labels;
}

const isPrivate = (rule: Resource, view: MeshView): boolean => {
  // One for some workloads serves its own namespace, whatever it says.
  if (selectorOf(rule)) return true;
  const to = exportTo(rule, view.settings);
  return to.length === 1 && to[0] === namespaceOf(rule, view.settings);
};

/** In its own namespace a rule applies unless its `exportTo` names only others. */
const appliesAtHome = (rule: Resource, view: MeshView): boolean => {
  const to = writtenExportTo(rule, view.settings);
  return (
    selectorOf(rule) !== undefined ||
    !to.length ||
    to.includes('*') ||
    to.includes(namespaceOf(rule, view.settings))
  );
};

/**
 * The DestinationRule that counts for a call: of the client's namespace, else of the host's, else of the root namespace.
 * In each, the most specific host decides, before `exportTo` is looked at: a hidden exact rule shuts out a visible
 * wildcard one. Nothing is inherited from one level to the next.
 */
export function destinationRuleFor(view: MeshView, call: HostCall): MergedDestinationRule | undefined {
  const { clientNamespace, hostNamespace, host } = call;
  const root = view.settings.rootNamespace;
  const claims = claimsByNamespace(view, host);
  if (!claims.size) return undefined;

  const merged = (
    namespace: string,
    among: (rule: Resource) => boolean,
  ): readonly MergedDestinationRule[] => {
    const own = (claims.get(namespace) ?? []).filter((claim) => among(claim.resource));
    const best = own[0]?.host;
    if (best === undefined) return [];
    const rules = own.filter((claim) => claim.host === best).map((claim) => claim.resource);
    return mergeDestinationRules(rules, best, view.settings);
  };
  const exported = (namespace: string): MergedDestinationRule | undefined =>
    merged(namespace, (rule) => !isPrivate(rule, view)).findLast(
      ({ exportTo: to, selected }) =>
        !selected && (!to.length || to.includes('*') || to.includes(clientNamespace)),
    );

  const home = merged(clientNamespace, (rule) =>
    clientNamespace === root ? isPrivate(rule, view) : appliesAtHome(rule, view),
  );
  const selecting = home.find(({ selected, resources: [first] }) => {
    const selector = selected && first ? selectorOf(first) : undefined;
    return selector && call.clientLabels && labelsMatch(selector, call.clientLabels);
  });
  // Where the namespace has rules for the host at all, no other is asked, even if all of them are for other workloads.
  if (home.length) return selecting ?? home.findLast(({ selected }) => !selected);
  return (hostNamespace === null ? undefined : exported(hostNamespace)) ?? exported(root);
}

const claimsByNamespace = question((view, host: string): ReadonlyMap<string, readonly HostClaim[]> => {
  const claims = new Map<string, HostClaim[]>();
  for (const claim of hostClaims(view, 'DestinationRule', host)) {
    const namespace = namespaceOf(claim.resource, view.settings);
    const known = claims.get(namespace);
    if (known) known.push(claim);
    else claims.set(namespace, [claim]);
  }
  return claims;
});

/** A DestinationRule that counts for some callers of a host. */
export interface RuleInForce {
  readonly rule: MergedDestinationRule;
  /** The only namespaces whose callers it counts for; null where it counts for all that no other rule here names. */
  readonly clientNamespaces: readonly string[] | null;
}

/**
 * Every DestinationRule that counts for callers of a host, somewhere: first the one for callers at large, then those
 * that single namespaces have in its stead.
 */
export const destinationRulesInForce = question(rulesInForce);

function rulesInForce(view: MeshView, host: string, hostNamespace: string | null): readonly RuleInForce[] {
  const claims = hostClaims(view, 'DestinationRule', host);
  if (!claims.length) return [];
  const namespaces = new Set<string>();
  for (const { resource } of claims) {
    namespaces.add(namespaceOf(resource, view.settings));
    writtenExportTo(resource, view.settings)
      .filter((namespace) => namespace !== '*' && namespace !== '~')
      .forEach((namespace) => namespaces.add(namespace));
  }
  // A namespace without rules of its own: no namespace has an empty name.
  const atLarge = destinationRuleFor(view, { host, hostNamespace, clientNamespace: '' });
  const found = new Map<string, { rule: MergedDestinationRule; clients: string[] }>();
  const keyOf = (rule: MergedDestinationRule): string =>
    rule.resources.map((resource) => resource.id).join(' ');
  for (const clientNamespace of namespaces) {
    const rule = destinationRuleFor(view, { host, hostNamespace, clientNamespace });
    if (!rule || (atLarge && keyOf(rule) === keyOf(atLarge))) continue;
    const known = found.get(keyOf(rule));
    if (known) known.clients.push(clientNamespace);
    else found.set(keyOf(rule), { rule, clients: [clientNamespace] });
  }
  return [
    ...(atLarge ? [{ rule: atLarge, clientNamespaces: null }] : []),
    ...[...found.values()].map(({ rule, clients }) => ({ rule, clientNamespaces: clients.sort() })),
  ];
}
