import { asList, asNumber, member, valueAt, type ResourceId } from '../../../istio/index.ts';
import {
  effectivePolicy,
  tlsMode,
  type EffectivePolicy,
  type MergedDestinationRule,
} from '../../../routing/index.ts';
import type { Path, YamlMap } from '../../../yaml/index.ts';
import type { Draft } from '../../draft.ts';
import { insertItem, setField } from '../../edit-field.ts';
import { inEachRule, type GovernedHost, type GovernedRules } from '../each-rule.ts';

const ORIGINATES = new Set(['SIMPLE', 'MUTUAL']);

/** Whether the calls of a port leave in TLS with the server's own certificate, in a subset too if it is one. */
const originates = (rule: MergedDestinationRule, port: number, subset: string | null): boolean =>
  ORIGINATES.has(tlsMode(effectivePolicy(rule, port, subset)) ?? '');

/** Every cluster of a port: that of the whole host, and those of its subsets. */
const clusters = (rule: MergedDestinationRule): readonly (string | null)[] => [null, ...rule.subsets.keys()];

/** Has every DestinationRule that counts for a host begin TLS on one port, and leave the other ports as they are. */
export function ensureTls(draft: Draft, governed: GovernedHost, port: number, tls: YamlMap): GovernedRules {
  return inEachRule(draft, governed, {
    what: 'TLS',
    has: (rule) => clusters(rule).every((subset) => originates(rule, port, subset)),
    put: (rule, id) => putTls(draft, rule, id, port, tls),
  });
}

/** Writes TLS for one port where a rule lacks it: for all its calls, or for those of one subset that says otherwise. */
export function putTls(
  draft: Draft,
  rule: MergedDestinationRule,
  id: ResourceId,
  port: number,
  tls: YamlMap,
): void {
  const subset = clusters(rule).find((each) => !originates(rule, port, each)) ?? null;
  const own = subset === null ? undefined : rule.subsets.get(subset);
  const policy: Path = own ? [...own.path, 'trafficPolicy'] : ['spec', 'trafficPolicy'];
  const at = own?.resource.id ?? rule.trafficPolicy?.resource.id ?? id;
  setPort(draft, at, policy, port, { ...kept(effectivePolicy(rule, port, subset)), tls });
}

/**
 * Has the DestinationRules that count for a host wrap nothing on one port that they wrap now, whatever they do on others:
 * for connections that are in TLS already.
 */
export function withoutTls(draft: Draft, governed: GovernedHost, port: number): GovernedRules {
  return inEachRule(draft, governed, {
    what: 'plain connections',
    holdsWithout: true,
    has: (rule) => clusters(rule).every((subset) => !originates(rule, port, subset)),
    put: (rule, id) => {
      const subset = clusters(rule).find((each) => originates(rule, port, each)) ?? null;
      const { tls } = effectivePolicy(rule, port, subset);
      const policy = tls ? tls.path.slice(0, -1) : ['spec', 'trafficPolicy'];
      // An entry for the port stands in place of the whole policy, what it omits included.
      const rest = { ...kept(effectivePolicy(rule, port, subset)), tls: { mode: 'DISABLE' } };
      setPort(draft, tls?.resource.id ?? id, policyOf(policy), port, rest);
    },
  });
}

/** The policy that a port's entry belongs to; other paths as they are. */
const policyOf = (path: Path): Path => {
  const at = path.indexOf('portLevelSettings');
  return at < 0 ? path : path.slice(0, at);
};

/** The parts of a policy that a port's entry has to say again, since it inherits nothing. */
function kept(policy: EffectivePolicy): YamlMap {
  const fields = ['connectionPool', 'loadBalancer', 'outlierDetection'] as const;
  return Object.fromEntries(fields.flatMap((field) => (policy[field] ? [[field, policy[field].value]] : [])));
}

/** Writes what counts for one port of a policy: into the entry that is there, or a new one. */
function setPort(draft: Draft, id: ResourceId, policy: Path, port: number, says: YamlMap): void {
  const list = [...policy, 'portLevelSettings'];
  const entries = valueAt(draft.resource(id).value, list);
  const index = asList(entries).findIndex(
    (entry) => asNumber(member(member(entry, 'port'), 'number')) === port,
  );
  if (index >= 0 && says['tls'] !== undefined) setField(draft, id, [...list, index, 'tls'], says['tls']);
  else if (Array.isArray(entries))
    insertItem(draft, id, list, entries.length, { port: { number: port }, ...says });
  else setField(draft, id, list, [{ port: { number: port }, ...says }]);
}
