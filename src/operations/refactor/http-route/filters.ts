import {
  asLabels,
  asList,
  asMap,
  asNumber,
  asText,
  asTexts,
  member,
  parseDuration,
} from '../../../istio/index.ts';
import type { TextMatch } from '../../../routing/index.ts';
import type { YamlMap, YamlValue } from '../../../yaml/index.ts';
import { withoutSlash } from './route-match.ts';

/** Which fields of Gateway API the cluster has: retries and CORS are experimental. */
export type Channel = 'standard' | 'experimental';

/** Where what cannot be expressed is written down. */
export type Lose = (field: string, what: string) => void;

const pairs = (value: YamlValue | undefined): YamlValue[] =>
  Object.entries(asLabels(value)).map(([name, text]) => ({ name, value: text }));

/** `headers` of a rule or destination as filters. */
export function headerFilters(headers: YamlValue | undefined, lose: Lose): readonly YamlMap[] {
  return (['request', 'response'] as const).flatMap((side): YamlMap[] => {
    const said = member(headers, side);
    const [set, add, remove] = [
      pairs(member(said, 'set')),
      pairs(member(said, 'add')),
      asTexts(member(said, 'remove')),
    ];
    if (
      side === 'request' &&
      set.some((pair) => /^(?:host|:authority)$/i.test(asText(member(pair, 'name')) ?? ''))
    )
      lose(
        'headers.request.set',
        'the Host header is set by urlRewrite.hostname in an HTTPRoute; the host stays as it is',
      );
    const modifier: YamlMap = {
      ...(set.length > 0 ? { set } : {}),
      ...(add.length > 0 ? { add } : {}),
      ...(remove.length > 0 ? { remove } : {}),
    };
    if (Object.keys(modifier).length === 0) return [];
    return side === 'request'
      ? [{ type: 'RequestHeaderModifier', requestHeaderModifier: modifier }]
      : [{ type: 'ResponseHeaderModifier', responseHeaderModifier: modifier }];
  });
}

const CODES = new Set([301, 302, 303, 307, 308]);

/** `redirect` as a filter. */
export function redirectFilter(redirect: YamlMap, lose: Lose): YamlMap {
  const [authority, scheme, uri] = ['authority', 'scheme', 'uri'].map((key) => asText(redirect[key]));
  const [, hostname, written] = /^(.*?)(?::(\d+))?$/.exec(authority ?? '') ?? [];
  const port = asNumber(redirect['port']) ?? (written === undefined ? undefined : Number(written));
  // 302 is the usual one there, 301 here.
  const asked = asNumber(redirect['redirectCode']) ?? 301;
  if (!CODES.has(asked)) lose('redirect.redirectCode', `${asked} cannot be said; it answers 302`);
  const prefix = uri ? undefined : asText(redirect['prefixRewrite']);
  if (redirect['derivePort'] === 'FROM_REQUEST_PORT' && scheme !== undefined)
    lose('redirect.derivePort', 'with a scheme the port is that of the scheme');
  const path =
    prefix !== undefined
      ? { type: 'ReplacePrefixMatch', replacePrefixMatch: prefix }
      : uri === undefined
        ? undefined
        : { type: 'ReplaceFullPath', replaceFullPath: uri };
  return {
    type: 'RequestRedirect',
    requestRedirect: {
      ...(scheme === undefined ? {} : { scheme }),
      ...(hostname ? { hostname } : {}),
      ...(path === undefined ? {} : { path }),
      ...(port === undefined ? {} : { port }),
      statusCode: CODES.has(asked) ? asked : 302,
    },
  };
}

/** `rewrite` as a filter, for requests that one match takes; undefined where nothing of it can be said. */
export function rewriteFilter(
  rewrite: YamlMap,
  uri: TextMatch | null,
  isPrefix: boolean,
  lose: Lose,
): YamlMap | undefined {
  const [authority, to] = [asText(rewrite['authority']), asText(rewrite['uri'])];
  if (member(rewrite, 'uriRegexRewrite') !== undefined)
    lose(
      'rewrite.uriRegexRewrite',
      'an HTTPRoute rewrites no parts of a path by expression; the path goes on as it came',
    );
  const path = to === undefined ? undefined : pathRewrite(to, uri, isPrefix, lose);
  const urlRewrite: YamlMap = {
    ...(authority === undefined ? {} : { hostname: authority }),
    ...(path === undefined ? {} : { path }),
  };
  return Object.keys(urlRewrite).length > 0 ? { type: 'URLRewrite', urlRewrite } : undefined;
}

function pathRewrite(to: string, uri: TextMatch | null, isPrefix: boolean, lose: Lose): YamlMap | undefined {
  if (uri?.kind === 'exact' || uri?.kind === 'regex') return { type: 'ReplaceFullPath', replaceFullPath: to };
  if (!isPrefix) {
    lose(
      'rewrite.uri',
      'a prefix is replaced only where the match is a PathPrefix; the path goes on as it came',
    );
    return undefined;
  }
  const from = uri?.kind === 'prefix' ? uri.text : '/';
  // What stands behind the prefix is put behind the new one there letter by letter, here segment by segment.
  if (to.endsWith('/') !== from.endsWith('/')) {
    const before = `${to}${from.endsWith('/') ? '' : '/'}x`;
    const after = `${to === '/' ? '' : withoutSlash(to)}/x`;
    lose(
      'rewrite.uri',
      `${withoutSlash(from) === '/' ? '' : withoutSlash(from)}/x became ${before} and becomes ${after}`,
    );
  }
  return { type: 'ReplacePrefixMatch', replacePrefixMatch: to };
}

/** A length of time as Gateway API writes it, without fractions: `1s500ms`. Undefined for none, and for what it cannot say. */
export function gatewayDuration(text: string | undefined): string | undefined {
  const milliseconds = text === undefined ? undefined : parseDuration(text)?.milliseconds;
  if (milliseconds === undefined || milliseconds <= 0 || !Number.isInteger(milliseconds)) return undefined;
  const [hours, minutes, seconds, rest] = [
    Math.floor(milliseconds / 3_600_000),
    Math.floor(milliseconds / 60_000) % 60,
    Math.floor(milliseconds / 1000) % 60,
    milliseconds % 1000,
  ];
  if (hours > 99_999) return undefined;
  return [
    hours ? `${hours}h` : '',
    minutes ? `${minutes}m` : '',
    seconds ? `${seconds}s` : '',
    rest ? `${rest}ms` : '',
  ].join('');
}

/** `timeout` and `retries` as fields of a rule. */
export function timing(rule: YamlMap, channel: Channel, lose: Lose): YamlMap {
  const written = asText(rule['timeout']);
  const request = gatewayDuration(written);
  if (written !== undefined && request === undefined && parseDuration(written)?.milliseconds !== 0)
    lose('timeout', `${written} cannot be said in whole milliseconds; none is set`);
  const retries = asMap(rule['retries']);
  const perTry = gatewayDuration(asText(member(retries, 'perTryTimeout')));
  const retry = retries && retryOf(retries, channel, lose);
  if (perTry !== undefined && !retry) lose('retries.perTryTimeout', 'goes with the retries');
  const timeouts: YamlMap = {
    ...(request === undefined ? {} : { request }),
    ...(perTry !== undefined && retry ? { backendRequest: perTry } : {}),
  };
  return { ...(Object.keys(timeouts).length > 0 ? { timeouts } : {}), ...(retry ? { retry } : {}) };
}

const GROUPS: Readonly<Record<string, readonly number[]>> = {
  '5xx': [500, 502, 503, 504],
  'gateway-error': [502, 503, 504],
  'retriable-4xx': [409],
};
/** What Istio retries on with an HTTPRoute anyway. */
const ALWAYS = new Set([
  'connect-failure',
  'refused-stream',
  'unavailable',
  'cancelled',
  'retriable-status-codes',
]);

function retryOf(retries: YamlMap, channel: Channel, lose: Lose): YamlMap | undefined {
  if (channel === 'standard') {
    lose(
      'retries',
      'the standard channel has none; Istio retries twice where a connection fails, as for every rule',
    );
    return undefined;
  }
  const on = (asText(retries['retryOn']) ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  const codes = new Set(on.flatMap((each) => (/^\d{3}$/.test(each) ? [Number(each)] : (GROUPS[each] ?? []))));
  const unsaid = on.filter((each) => !ALWAYS.has(each) && !(each in GROUPS) && !/^\d{3}$/.test(each));
  if (unsaid.length > 0)
    lose(
      'retries.retryOn',
      `${unsaid.join(', ')} cannot be said; only status codes, and failing connections always`,
    );
  for (const field of ['retryRemoteLocalities', 'retryIgnorePreviousHosts'])
    if (retries[field] !== undefined) lose(`retries.${field}`, 'has no counterpart');
  const backoff = gatewayDuration(asText(retries['backoff']));
  const attempts = asNumber(retries['attempts']);
  return {
    ...(codes.size > 0 ? { codes: [...codes] } : {}),
    ...(attempts === undefined ? {} : { attempts }),
    ...(backoff === undefined ? {} : { backoff }),
  };
}

/** `corsPolicy` as a filter; only origins that are written out can be said. */
export function corsFilter(cors: YamlMap, channel: Channel, lose: Lose): YamlMap | undefined {
  if (channel === 'standard') {
    lose(
      'corsPolicy',
      'the standard channel has no CORS filter; browsers are not let in from elsewhere any more',
    );
    return undefined;
  }
  const origins = asList(cors['allowOrigins']);
  const exact = [
    ...asTexts(cors['allowOrigin']),
    ...origins.flatMap((origin) => asText(member(origin, 'exact')) ?? []),
  ];
  if (exact.length < origins.length)
    lose('corsPolicy.allowOrigins', 'origins by prefix or expression cannot be said');
  if (cors['unmatchedPreflights'] !== undefined) lose('corsPolicy.unmatchedPreflights', 'has no counterpart');
  const age = parseDuration(asText(cors['maxAge']) ?? '')?.milliseconds;
  const lists = ['allowMethods', 'allowHeaders', 'exposeHeaders'].flatMap((key) => {
    const texts = asTexts(cors[key]);
    return texts.length > 0 ? [[key, texts] as const] : [];
  });
  return {
    type: 'CORS',
    cors: {
      ...(exact.length > 0 ? { allowOrigins: exact } : {}),
      ...(cors['allowCredentials'] === true ? { allowCredentials: true } : {}),
      ...Object.fromEntries(lists),
      ...(age ? { maxAge: Math.max(1, Math.floor(age / 1000)) } : {}),
    },
  };
}
