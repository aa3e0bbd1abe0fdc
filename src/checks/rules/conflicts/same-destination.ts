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
  specOf,
  valueAt,
  type MeshView,
  type Resource,
} from '../../../istio/index.ts';
import { hostClaims } from '../../../routing/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { quote, someOf } from '../../words.ts';
import { isSameResource } from './same-resource.ts';

/** Other DestinationRules for the host, or for hosts around it, that speak of the same subsets or of all. */
export const sameDestination: LinkedRule = ({ resource, view, spec }) => {
  const [host] = hostsOf(resource, view.settings);
  if (host === undefined || isWideMutual(resource, view)) return [];
  const others = overlapping(view, host).filter(
    (other) =>
      !isSameResource(other, resource, view) && !isWideMutual(other, view) && shareSubsets(resource, other),
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

function shareSubsets(a: Resource, b: Resource): boolean {
  const [one, other] = [subsetsOf(a), subsetsOf(b)];
  return !one.length || !other.length || one.some((name) => other.includes(name));
}

/** The rule that asks for mutual TLS all over the mesh, or a namespace: others beside it are usual. */
function isWideMutual(rule: Resource, { settings }: MeshView): boolean {
  const host = asText(member(specOf(rule), 'host')) ?? '';
  const mode = asText(valueAt(rule.value, ['spec', 'trafficPolicy', 'tls', 'mode']));
  const wide = ['*.local', `*.${namespaceOf(rule, settings)}.svc.${settings.clusterDomain}`];
  return wide.includes(host) && mode === 'ISTIO_MUTUAL';
}
