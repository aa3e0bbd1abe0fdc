import { asList, asMap, asNumber, asText, member } from '../../../istio/index.ts';
import { readHttpMatch, type HttpMatch } from '../../../routing/index.ts';
import type { YamlMap, YamlValue } from '../../../yaml/index.ts';
import { scaled, weightsOf } from '../../weights.ts';
import type { Backends } from './backends.ts';
import {
  corsFilter,
  headerFilters,
  redirectFilter,
  rewriteFilter,
  timing,
  type Channel,
  type Lose,
} from './filters.ts';
import { routeMatch, type Prefixes } from './route-match.ts';

/** How rules are to be converted. */
export interface Conversion {
  readonly channel: Channel;
  readonly prefixes: Prefixes;
  readonly backends: Backends;
  /** The effective one of the VirtualService. */
  readonly namespace: string;
}

/** A rule as those of an HTTPRoute, with what it loses. */
export interface ConvertedRule {
  readonly rules: readonly YamlMap[];
  readonly lost: readonly string[];
  /** Why it cannot be one at all; undefined where it can. */
  readonly leftOut?: string;
}

/** Fields that make a rule answer in a way that no HTTPRoute has. */
const IMPOSSIBLE: Readonly<Record<string, string>> = {
  directResponse: 'an HTTPRoute gives no answers of its own',
  delegate: 'an HTTPRoute hands on to no other; convert what it delegates to by itself',
};

/**
 * Converts one http rule, as far as it applies to these of its matches (`null`: it asks nothing). A rule that replaces a
 * prefix becomes one for each match, as HTTPRoute wants it.
 */
export function convertRule(
  rule: YamlMap,
  matches: readonly (YamlValue | null)[],
  conversion: Conversion,
): ConvertedRule {
  const lost: string[] = [];
  const lose: Lose = (field, what) => {
    const said = `${field}: ${what}`;
    if (!lost.includes(said)) lost.push(said);
  };
  for (const [field, why] of Object.entries(IMPOSSIBLE))
    if (rule[field] !== undefined && rule[field] !== null)
      return { rules: [], lost, leftOut: `${field}: ${why}` };

  const read = matches.map((match): HttpMatch | null =>
    match === null ? null : readHttpMatch(match, conversion.namespace),
  );
  const expressed = read.map((match) => (match ? routeMatch(match, conversion.prefixes) : undefined));
  for (const each of expressed) {
    each?.otherwise.forEach((what) => lose('match.uri', what));
    if (each && each.inexpressible.length > 0)
      lose(
        'match',
        `${each.inexpressible.join(', ')} cannot be asked; the requests of this match are left to the rules behind it`,
      );
  }
  const can = expressed.flatMap((each, index) =>
    each === undefined || each.value ? [{ match: read[index] ?? null, value: each?.value }] : [],
  );
  if (can.length === 0)
    return { rules: [], lost: [], leftOut: lost.at(-1) ?? 'match: none of its matches can be asked' };

  const { filters: shared, ...others } = actionOf(rule, conversion, lose);
  const rewrite = asMap(rule['rewrite']);
  const prefixed = asText(member(rule['redirect'], 'prefixRewrite')) !== undefined;
  const one = (group: typeof can): YamlMap => {
    const [first] = group;
    const isPrefix = (asText(member(first?.value?.['path'], 'type')) ?? 'PathPrefix') === 'PathPrefix';
    const filter = rewrite && rewriteFilter(rewrite, first?.match?.uri ?? null, isPrefix, lose);
    const common =
      prefixed && !isPrefix ? asList(shared).map((each) => withoutPath(each, lose)) : asList(shared);
    const filters = [...common, ...(filter ? [filter] : [])];
    const asked = group.flatMap(({ value }) => (value && Object.keys(value).length > 0 ? [value] : []));
    // One that asks nothing takes everything, whatever the others ask.
    const asks = asked.length === group.length;
    return {
      ...name(rule, can.length),
      ...(asks
        ? { matches: asked }
        : filters.some(needsPath)
          ? { matches: [{ path: { type: 'PathPrefix', value: '/' } }] }
          : {}),
      ...(filters.length > 0 ? { filters } : {}),
      ...others,
    };
  };
  const alone = (rewrite && asText(rewrite['uri']) !== undefined) || prefixed;
  const groups = alone ? can.map((each) => [each]) : [can];
  return { rules: groups.map(one), lost };
}

const needsPath = (filter: YamlValue): boolean =>
  ['urlRewrite', 'requestRedirect'].some(
    (kind) => member(member(member(filter, kind), 'path'), 'type') === 'ReplacePrefixMatch',
  );

/** A redirect that replaces a prefix needs one that was matched. */
function withoutPath(filter: YamlValue, lose: Lose): YamlValue {
  const redirect = asMap(member(filter, 'requestRedirect'));
  if (!redirect) return filter;
  lose('redirect.prefixRewrite', 'a prefix is replaced only where the match is a PathPrefix; the path stays');
  const kept = Object.entries(redirect).filter(([field]) => field !== 'path');
  return { type: 'RequestRedirect', requestRedirect: Object.fromEntries(kept) };
}

/** Names hold small letters, digits and dashes, and each stands once. */
function name(rule: YamlMap, matches: number): YamlMap {
  const written = asText(rule['name']) ?? '';
  return matches === 1 && /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/.test(written) ? { name: written } : {};
}

/** What is done with requests, whichever match takes them. */
function actionOf(rule: YamlMap, { channel, backends }: Conversion, lose: Lose): YamlMap {
  const redirect = asMap(rule['redirect']);
  const cors = asMap(rule['corsPolicy']);
  const corsed = cors && corsFilter(cors, channel, lose);
  if (rule['fault'] !== undefined) lose('fault', 'no faults are injected any more');
  const filters = [
    ...headerFilters(rule['headers'], lose),
    ...(redirect ? [redirectFilter(redirect, lose)] : []),
    ...mirrorFilters(rule, backends, lose),
    ...(corsed ? [corsed] : []),
  ];
  const refs = redirect ? [] : backendRefs(asList(rule['route']), backends, lose);
  return {
    ...(filters.length > 0 ? { filters } : {}),
    ...(refs.length > 0 ? { backendRefs: [...refs] } : {}),
    ...timing(rule, channel, lose),
  };
}

function backendRefs(routes: readonly YamlValue[], backends: Backends, lose: Lose): readonly YamlMap[] {
  const written = weightsOf(routes);
  // A million is the most that a weight may be.
  const weights = Math.max(...written, 0) > 1_000_000 ? scaled(written, 1_000_000) : written;
  return routes.flatMap((route, index) => {
    const backend = backends.of(member(route, 'destination'), lose);
    if (!backend) return [];
    const filters = headerFilters(member(route, 'headers'), lose);
    return [
      {
        ...backend,
        ...(routes.length > 1 ? { weight: weights[index] ?? 0 } : {}),
        ...(filters.length > 0 ? { filters: [...filters] } : {}),
      },
    ];
  });
}

function mirrorFilters(rule: YamlMap, backends: Backends, lose: Lose): readonly YamlMap[] {
  const single = asMap(rule['mirror']);
  const percent =
    asNumber(member(rule['mirrorPercentage'], 'value')) ??
    asNumber(rule['mirrorPercent'] ?? rule['mirror_percent']) ??
    100;
  const mirrors = [
    ...(single ? [{ destination: single as YamlValue, percent }] : []),
    ...asList(rule['mirrors']).map((each) => ({
      destination: member(each, 'destination') ?? null,
      percent: asNumber(member(member(each, 'percentage'), 'value')) ?? 100,
    })),
  ];
  return mirrors.flatMap(({ destination, percent: share }) => {
    const backendRef = backends.of(destination, lose);
    if (!backendRef || share <= 0) return [];
    const part: YamlMap =
      share >= 100
        ? {}
        : Number.isInteger(share)
          ? { percent: share }
          : { fraction: { numerator: Math.round(share * 10_000), denominator: 1_000_000 } };
    return [{ type: 'RequestMirror', requestMirror: { backendRef, ...part } }];
  });
}
