import { asList, asTexts, member, namespaceOf, type MeshView, type Resource } from '../istio/index.ts';
import type { YamlValue } from '../yaml/index.ts';
import type { RuleMatch } from './http-entries.ts';
import { readProxyMatch, type ProxyMatch } from './match/http-match.ts';
import { rulesOf } from './virtual-services.ts';

/** A filter chain that istiod makes of a tls or tcp rule of a VirtualService, before it asks which proxy it is for. */
export interface StreamEntry extends RuleMatch {
  readonly asks: ProxyMatch;
  /** The connections it is for: names and subnets, each pair as one text. `*` for all connections. */
  readonly chains: readonly string[];
}

/** All connections, whatever their names and addresses. */
export const ALL_CONNECTIONS = '*';

/** The filter chains of the tls or the tcp rules of a VirtualService, in order. */
export function streamEntries(
  virtualService: Resource,
  section: 'tls' | 'tcp',
  view: MeshView,
): readonly StreamEntry[] {
  const namespace = namespaceOf(virtualService, view.settings);
  return rulesOf(virtualService)
    .filter((rule) => rule.section === section)
    .flatMap((rule) => {
      const written = asList(member(rule.value, 'match'));
      const entry = (value: YamlValue | undefined, match: number | null): StreamEntry => ({
        virtualService,
        rule,
        match,
        asks: readProxyMatch(value, namespace),
        chains: section === 'tls' ? tlsChains(value) : tcpChains(value),
      });
      if (!written.length) return section === 'tcp' ? [entry(undefined, null)] : [];
      return written.flatMap((value, match) => (value === null ? [] : [entry(value, match)]));
    });
}

function tlsChains(match: YamlValue | undefined): readonly string[] {
  const subnets = asTexts(member(match, 'destinationSubnets'));
  return asTexts(member(match, 'sniHosts')).flatMap((name) =>
    (subnets.length ? subnets : ['']).map((subnet) => `${name.toLowerCase()} ${subnet}`),
  );
}

function tcpChains(match: YamlValue | undefined): readonly string[] {
  const subnets = asTexts(member(match, 'destinationSubnets'));
  return subnets.length ? subnets : [ALL_CONNECTIONS];
}
