import {
  asMap,
  asTexts,
  hostsOf,
  member,
  namespaceOf,
  specOf,
  MESH_GATEWAY,
  type Resource,
} from '../istio/index.ts';
import {
  delegateOf,
  delegatorsOf,
  isDelegate,
  isVisible,
  meshOwner,
  ruleGateways,
  rulesOf,
  unreachedRules,
  type RouteRule,
  type Unreached,
} from '../routing/index.ts';
import { whyShut } from './entries.ts';
import { ruleRow } from './ids.ts';
import { ruleMarks } from './marks.ts';
import { flowId } from './path.ts';
import { ruleLabel } from './rule-label.ts';
import type { NodeRow } from './types.ts';
import type { Scope } from './unit.ts';

/** A rule with what the rest of the picture needs to know of it. */
export interface RuleTraffic {
  readonly rule: RouteRule;
  readonly row: string;
  /** Its own flow, and those of the rules that hand on to it. */
  readonly flows: readonly string[];
  /** Those, and the flows of the rules it hands on to: whoever leads here leads there. */
  readonly flowsOnward: readonly string[];
  readonly gateways: readonly string[];
}

/** The rules of the VirtualServices that hand on to this one. */
function flowsBefore(resource: Resource, scope: Scope): readonly string[] {
  const { view, settings } = scope;
  if (!isDelegate(resource)) return [];
  return delegatorsOf(view, resource)
    .filter((root) => isVisible(resource, namespaceOf(root, settings), settings))
    .flatMap((root) =>
      rulesOf(root)
        .filter((rule) => delegateOf(view, root, rule)?.found?.id === resource.id)
        .map((rule) => flowId(root.id, ruleRow(rule))),
    );
}

/** The rules of a VirtualService with their flows. */
export function trafficOf(resource: Resource, scope: Scope): readonly RuleTraffic[] {
  const before = flowsBefore(resource, scope);
  return rulesOf(resource).map((rule) => {
    const row = ruleRow(rule);
    const flows = [flowId(resource.id, row), ...before];
    const delegate = delegateOf(scope.view, resource, rule)?.found;
    const onward = delegate
      ? rulesOf(delegate)
          .filter((other) => other.section === 'http')
          .map((other) => flowId(delegate.id, ruleRow(other)))
      : [];
    return {
      rule,
      row,
      flows,
      flowsOnward: [...flows, ...onward],
      gateways: ruleGateways(resource, rule, scope.view),
    };
  });
}

/** Why a rule gets no traffic in the mesh because another VirtualService has its hosts. */
function rival(resource: Resource, { rule, gateways }: RuleTraffic, scope: Scope): string | undefined {
  if (!gateways.length || gateways.some((gateway) => gateway !== MESH_GATEWAY)) return undefined;
  const { view, settings } = scope;
  const hosts = hostsOf(resource, settings);
  const own = namespaceOf(resource, settings);
  const client = isVisible(resource, own, settings)
    ? own
    : (asTexts(member(specOf(resource), 'exportTo')).find((namespace) => namespace !== '~') ?? own);
  const owners = hosts.map((host) => meshOwner(view, host, client, rule.section));
  const other = owners.find((owner) => owner && owner.id !== resource.id);
  if (!other || owners.some((owner) => !owner || owner.id === resource.id)) return undefined;
  return `VirtualService ${other.name} serves ${hosts[0] ?? 'these hosts'} already: in the mesh only one does, and nothing is merged.`;
}

/** Why nothing comes in for a rule at the gateways that it is for; undefined where something may. */
function unbound(resource: Resource, { gateways }: RuleTraffic, scope: Scope): string | undefined {
  if (!isVisible(resource, null, scope.settings))
    return 'Its exportTo shows it to no namespace: nobody uses it.';
  if (gateways.includes(MESH_GATEWAY)) return undefined;
  const reasons = gateways.map((gateway) => whyShut(resource, gateway, scope));
  return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
}

/** Why no request comes to a rule. */
function whyNever(reasons: readonly Unreached[]): string {
  const by = new Set(
    reasons.flatMap((reason) =>
      reason.why === 'covered' ? reason.by.map(({ rule }) => rule.index + 1) : [],
    ),
  );
  const [first, ...others] = [...by].sort((a, b) => a - b);
  if (first === undefined) return 'No request can be what its matches ask for.';
  if (!others.length) return `Rule ${String(first)} before it takes every such request.`;
  const last = others.pop();
  return `Rules ${[first, ...others].join(', ')} and ${String(last)} before it take every such request.`;
}

function inertReason(
  resource: Resource,
  traffic: RuleTraffic,
  dead: ReadonlyMap<string, string>,
  scope: Scope,
): string | undefined {
  if (isDelegate(resource)) {
    if (traffic.flows.length === 1) return 'No VirtualService delegates to this one.';
    if (traffic.rule.section !== 'http') return 'Only the http rules of a delegate count.';
  } else if (!traffic.gateways.length)
    return 'Its matches name gateways that the VirtualService is not bound to.';
  return dead.get(traffic.row) ?? unbound(resource, traffic, scope) ?? rival(resource, traffic, scope);
}

/** Whether a regular expression may say what a rule takes: its own, or one of a VirtualService that it shares requests with. */
const mayMatchByRegex = ({ rule, flows }: RuleTraffic): boolean =>
  flows.length > 1 ||
  asMap(member(rule.value, 'delegate')) !== undefined ||
  (JSON.stringify(member(rule.value, 'match')) ?? '').includes('"regex"');

/** The rows of a VirtualService: a rule each. */
export function ruleRows(
  resource: Resource,
  traffic: readonly RuleTraffic[],
  scope: Scope,
): readonly NodeRow[] {
  const rules = traffic.map(({ rule }) => rule);
  const regexes = traffic.some(mayMatchByRegex) ? scope.regexes() : undefined;
  const dead = new Map(
    unreachedRules(scope.view, resource, regexes).map(({ rule, reasons }) => [
      ruleRow(rule),
      whyNever(reasons),
    ]),
  );
  return traffic.map((one) => {
    const marks = one.rule.section === 'http' ? ruleMarks(one.rule.value) : [];
    const inert = inertReason(resource, one, dead, scope);
    return {
      id: one.row,
      label: ruleLabel(one.rule, rules),
      path: one.rule.path,
      ...(marks.length ? { marks } : {}),
      ...(inert === undefined ? {} : { inert }),
    };
  });
}
