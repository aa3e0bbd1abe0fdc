import { asList, asMap, asNumber, asText, member } from '../istio/index.ts';
import type { YamlMap, YamlValue } from '../yaml/index.ts';
import type { MergedDestinationRule, Written } from './merge-destination-rules.ts';

/** The members of a traffic policy that are taken or replaced as a whole. */
export const POLICY_FIELDS = [
  'connectionPool',
  'loadBalancer',
  'outlierDetection',
  'tls',
  'tunnel',
  'proxyProtocol',
  'retryBudget',
] as const;
export type PolicyField = (typeof POLICY_FIELDS)[number];

/** What counts for one cluster, each member with where it is written. */
export type EffectivePolicy = { readonly [field in PolicyField]?: Written<YamlValue> };

const PORT_FIELDS: readonly PolicyField[] = ['connectionPool', 'loadBalancer', 'outlierDetection', 'tls'];

type WrittenPolicy = Written<YamlMap>;

function portEntry(policy: WrittenPolicy, port: number | undefined): WrittenPolicy | undefined {
  if (port === undefined) return undefined;
  const entries = asList(member(policy.value, 'portLevelSettings'));
  const index = entries.findIndex((entry) => asNumber(member(member(entry, 'port'), 'number')) === port);
  const value = asMap(entries[index]);
  return value && { value, resource: policy.resource, path: [...policy.path, 'portLevelSettings', index] };
}

function fields(policy: WrittenPolicy, names: readonly PolicyField[]): EffectivePolicy {
  const found: { [field in PolicyField]?: Written<YamlValue> } = {};
  for (const name of names) {
    const value = member(policy.value, name);
    if (value !== undefined && value !== null) {
      found[name] = { value, resource: policy.resource, path: [...policy.path, name] };
    }
  }
  return found;
}

function without(policy: EffectivePolicy, names: readonly PolicyField[]): EffectivePolicy {
  return Object.fromEntries(
    Object.entries(policy).filter(([name]) => !names.some((other) => other === name)),
  );
}

/**
 * The policy of a cluster. `port` is the service port; undefined leaves port-level settings aside. A port's entry stands
 * in place of the whole top level, what it omits included; a subset's members replace the parent's, whole objects each.
 */
export function effectivePolicy(
  rule: MergedDestinationRule,
  port: number | undefined,
  subset: string | null,
): EffectivePolicy {
  const top = rule.trafficPolicy;
  const topPort = top && portEntry(top, port);
  const base = topPort ? fields(topPort, PORT_FIELDS) : top ? fields(top, POLICY_FIELDS) : {};
  const own = subset === null ? undefined : rule.subsets.get(subset);
  const ownValue = own && asMap(member(own.value, 'trafficPolicy'));
  if (!own || !ownValue) return base;
  const policy: WrittenPolicy = {
    value: ownValue,
    resource: own.resource,
    path: [...own.path, 'trafficPolicy'],
  };
  const ownPort = portEntry(policy, port);
  if (ownPort) return { ...without(base, PORT_FIELDS), ...fields(ownPort, PORT_FIELDS) };
  return { ...base, ...fields(policy, POLICY_FIELDS) };
}

/** The TLS mode of a policy (`SIMPLE` …), or null where the proxy opens no TLS by order of a rule. */
export function tlsMode(policy: EffectivePolicy): string | null {
  if (!policy.tls) return null;
  // An absent mode is the enum's zero: DISABLE.
  const mode = asText(member(policy.tls.value, 'mode')) ?? 'DISABLE';
  return mode === 'DISABLE' ? null : mode;
}
