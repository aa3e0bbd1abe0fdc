import { asMap, asNumber, asText, member, valueAt } from '../../istio/index.ts';
import type { PolicyField } from '../../routing/index.ts';
import type { YamlMap, YamlValue } from '../../yaml/index.ts';

/** What a part of a traffic policy does to the connections of a cluster, in a plain sentence; TLS is told apart. */
export const POLICY_WORDS: { readonly [field in PolicyField]?: (value: YamlValue) => string } = {
  loadBalancer: (value) => `Load balancing: ${balancing(value)}.`,
  connectionPool: (value) => `Connection pool: ${settings(value) || 'as Envoy has it'}.`,
  outlierDetection: (value) => `Outlier detection: ${ejection(value)}.`,
  tunnel: (value) =>
    `The connection is tunnelled through ${asText(member(value, 'targetHost')) ?? 'a proxy'}:${asNumber(member(value, 'targetPort')) ?? ''}.`,
  proxyProtocol: () => 'The destination is told the client’s address by the PROXY protocol.',
  retryBudget: () => 'Retries are held within a budget.',
};

const HASHED: readonly (readonly [string, string])[] = [
  ['httpHeaderName', 'the header'],
  ['httpQueryParameterName', 'the query parameter'],
  ['useSourceIp', 'the client’s address'],
  ['httpCookie', 'the cookie'],
];

function balancing(value: YamlValue): string {
  const hash = member(value, 'consistentHash');
  if (hash) {
    const [field, title] = HASHED.find(([name]) => member(hash, name) !== undefined) ?? ['', 'a hash'];
    const named = asText(member(hash, field)) ?? asText(member(member(hash, field), 'name')) ?? '';
    return `requests with the same value of ${title}${named && ` ${named}`} go to the same endpoint`;
  }
  const simple = asText(member(value, 'simple'));
  const locality = member(value, 'localityLbSetting') ? ', by locality' : '';
  return `${simple ?? 'LEAST_REQUEST'}${locality}`;
}

/** `maxConnections 30, http1MaxPendingRequests 100`. */
function settings(value: YamlValue | undefined): string {
  const parts: string[] = [];
  const add = (map: YamlMap | undefined): void => {
    for (const [name, one] of Object.entries(map ?? {})) {
      const inner = asMap(one);
      if (inner) add(inner);
      const text = asText(one) ?? asNumber(one)?.toString() ?? (one === true ? 'on' : undefined);
      if (text !== undefined) parts.push(`${name} ${text}`);
    }
  };
  add(asMap(value));
  return parts.join(', ');
}

/** What ejects an endpoint, and what of it can happen. */
function ejection(value: YamlValue): string {
  const often = [
    ['consecutive5xxErrors', 'answers of 500 and more'],
    ['consecutiveGatewayErrors', 'answers of 502, 503 or 504'],
    ['consecutiveLocalOriginFailures', 'failed connections'],
  ] as const;
  const told = often.flatMap(([name, what]) => {
    const count = asNumber(member(value, name));
    return count ? [`${count} ${what}`] : [];
  });
  const time = asText(valueAt(value, ['baseEjectionTime'])) ?? '30s';
  const percent = asNumber(member(value, 'maxEjectionPercent')) ?? 10;
  const after = told.length ? told.join(' or ') : '5 answers of 500 and more';
  return `after ${after} in a row an endpoint is left out for ${time}, at most ${percent} % of them at once`;
}
