import { asLabels, asList, asMap, asNumber, asText, asTexts, labelsText, member } from '../istio/index.ts';
import type { YamlValue } from '../yaml/index.ts';

/** `= v`, `^= v` (begins with), `~ v` (regex), or null for a match that only asks for presence. */
function comparison(match: YamlValue | undefined): string | null {
  const exact = asText(member(match, 'exact'));
  if (exact !== undefined) return `= ${exact}`;
  const prefix = asText(member(match, 'prefix'));
  if (prefix !== undefined) return `^= ${prefix}`;
  const regex = asText(member(match, 'regex'));
  return regex === undefined ? null : `~ ${regex}`;
}

function path(match: YamlValue | undefined): string | undefined {
  const exact = asText(member(match, 'exact'));
  if (exact !== undefined) return exact;
  const prefix = asText(member(match, 'prefix'));
  if (prefix !== undefined) return `${prefix}*`;
  const regex = asText(member(match, 'regex'));
  return regex === undefined ? undefined : `~ ${regex}`;
}

/** A method or an authority: a plain value needs no sign. */
const plain = (match: YamlValue | undefined): string | undefined =>
  asText(member(match, 'exact')) ?? comparison(match) ?? undefined;

const named = (matches: YamlValue | undefined, sign: string): string[] =>
  Object.entries(asMap(matches) ?? {}).map(([name, match]) => {
    const compared = comparison(match);
    return compared === null ? `${sign}${name}` : `${sign}${name} ${compared}`;
  });

const sources = (match: YamlValue): string[] => {
  const labels = labelsText(asLabels(member(match, 'sourceLabels')));
  const namespace = asText(member(match, 'sourceNamespace'));
  const gateways = asTexts(member(match, 'gateways'));
  return [
    ...(labels ? [`from ${labels}`] : []),
    ...(namespace ? [`from ${namespace}`] : []),
    ...(gateways.length ? [`at ${gateways.join(', ')}`] : []),
  ];
};

const port = (match: YamlValue): string[] => {
  const number = asNumber(member(match, 'port'));
  return number === undefined ? [] : [`port ${String(number)}`];
};

const present = (parts: readonly (string | undefined)[]): string[] =>
  parts.filter((part) => part !== undefined);

/** An HTTP match in few words: `GET /v2/data*, header x-canary = true`; empty for one that asks nothing. */
export function httpMatchLabel(match: YamlValue): string {
  const method = plain(member(match, 'method'));
  const uri = path(member(match, 'uri'));
  const first = present([method, uri]).join(' ');
  const authority = plain(member(match, 'authority'));
  const scheme = plain(member(match, 'scheme'));
  return [
    ...(first ? [first] : []),
    ...named(member(match, 'headers'), 'header '),
    ...named(member(match, 'withoutHeaders'), 'not header '),
    ...named(member(match, 'queryParams'), '?'),
    ...(authority === undefined ? [] : [`host ${authority}`]),
    ...(scheme === undefined ? [] : [`${scheme}:`]),
    ...port(match),
    ...sources(match),
  ].join(', ');
}

/** A TLS or TCP match in few words: `sni api.example, port 443`. */
export function l4MatchLabel(match: YamlValue): string {
  const hosts = asTexts(member(match, 'sniHosts'));
  const subnets = asTexts(member(match, 'destinationSubnets'));
  return [
    ...(hosts.length ? [`sni ${hosts.join(', ')}`] : []),
    ...(subnets.length ? [`to ${subnets.join(', ')}`] : []),
    ...port(match),
    ...sources(match),
  ].join(', ');
}

/** The matches of a rule, the first in words and the others counted: `/a*`, `/a* or 2 more`. Empty without conditions. */
export function matchesLabel(matches: YamlValue | undefined, label: (match: YamlValue) => string): string {
  const all = asList(matches).map(label);
  if (!all.length || all.includes('')) return '';
  const more = all.length - 1;
  return more ? `${all[0] ?? ''} or ${more === 1 ? (all[1] ?? '') : `${String(more)} more`}` : (all[0] ?? '');
}
