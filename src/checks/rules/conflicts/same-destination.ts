import {
  asList,
  asText,
  hostMatches,
  hostsOf,
  isWildcard,
  key,
  member,
  namespaceOf,
  onceEach,
  onceEachIn,
  specOf,
  valueAt,
  type MeshSettings,
  type MeshView,
  type Resource,
} from '../../../istio/index.ts';
import { hostClaims, question } from '../../../routing/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { quote, someOf } from '../../words.ts';
import { isSameResource } from './same-resource.ts';

/** Other DestinationRules for the host, or for hosts around it, that speak of the same subsets or of all. */
export const sameDestination: LinkedRule = ({ resource, view, spec }) => {
  const [host] = hostsOf(resource, view.settings);
  if (host === undefined || isWideMutual(resource, view.settings)) return [];
  const others = rivals(meeting(view, host), resource).filter(
    (other) => !isSameResource(other, resource, view),
  );
  if (!others.length) return [];
  const isTwin = (other: Resource): boolean =>
    hostsOf(other, view.settings)[0] === host &&
    namespaceOf(other, view.settings) === namespaceOf(resource, view.settings);
  const twins = others.filter(isTwin);
  const names = (rules: readonly Resource[]): string =>
    someOf(rules, (rule) => `${namespaceOf(rule, view.settings)}/${rule.name}`);
  const path = { path: [...spec.path, 'host'] };
  return twins.length
    ? [
        say(
          'MW2112',
          path,
          `${quote(host)} has the DestinationRule ${names(twins)} too. Istio joins their subsets, keeps the first of each name, and takes the traffic policy of the oldest alone.`,
        ),
      ]
    : [
        say(
          'MW2113',
          path,
          `DestinationRule ${names(others)} is for hosts that meet ${quote(host)}. For each caller only one of them counts, the more specific one of its namespace first.`,
        ),
      ];
};

function overlapping(view: MeshView, host: string): readonly Resource[] {
  if (!isWildcard(host)) return hostClaims(view, 'DestinationRule', host).map(({ resource }) => resource);
  return view
    .find(key.kind('DestinationRule'))
    .filter((rule) => hostsOf(rule, view.settings).some((one) => hostMatches(one, host)));
}

const subsetsOf = onceEach((rule: Resource): readonly string[] =>
  asList(member(specOf(rule), 'subsets')).flatMap((item) => asText(member(item, 'name')) ?? []),
);

/** DestinationRules in their order, and which of them, as indexes, speak of all subsets or of some by name. */
interface Meeting {
  readonly rules: readonly Resource[];
  readonly ofAll: readonly number[];
  readonly bySubset: ReadonlyMap<string, readonly number[]>;
}

/** The DestinationRules for hosts that meet this one: hundreds may, each for subsets of its own. */
const meeting = question((view, host: string): Meeting => {
  const rules = overlapping(view, host).filter((rule) => !isWideMutual(rule, view.settings));
  const ofAll: number[] = [];
  const bySubset = new Map<string, number[]>();
  rules.forEach((rule, index) => {
    const subsets = subsetsOf(rule);
    if (!subsets.length) ofAll.push(index);
    for (const name of subsets) {
      const known = bySubset.get(name);
      if (known) known.push(index);
      else bySubset.set(name, [index]);
    }
  });
  return { rules, ofAll, bySubset };
});

/** Those that share a subset with a rule, or speak of all where it does not. */
function rivals({ rules, ofAll, bySubset }: Meeting, rule: Resource): readonly Resource[] {
  const subsets = subsetsOf(rule);
  if (!subsets.length) return rules;
  const found = new Set([...ofAll, ...subsets.flatMap((name) => bySubset.get(name) ?? [])]);
  return [...found].sort((a, b) => a - b).flatMap((index) => rules[index] ?? []);
}

/** The rule that asks for mutual TLS all over the mesh, or a namespace: others beside it are usual. */
const isWideMutual = onceEachIn((rule: Resource, settings: MeshSettings): boolean => {
  const host = asText(member(specOf(rule), 'host')) ?? '';
  const mode = asText(valueAt(rule.value, ['spec', 'trafficPolicy', 'tls', 'mode']));
  const wide = ['*.local', `*.${namespaceOf(rule, settings)}.svc.${settings.clusterDomain}`];
  return wide.includes(host) && mode === 'ISTIO_MUTUAL';
});
