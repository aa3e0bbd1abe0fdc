import { asList, asText, asTexts, member, type Regexes } from '../../istio/index.ts';
import { readTextMatch, textTakes } from '../../routing/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import type { Cors } from '../outcome.ts';
import type { WireRequest } from '../request.ts';

/** What a CORS policy makes of a request; undefined where the browser did not ask. */
export function corsOf(
  policy: YamlValue | undefined,
  { method, headers }: WireRequest,
  regexes: Regexes | undefined,
): (Cors & { readonly answered: boolean }) | undefined {
  const origin = headers['origin'];
  if (policy === undefined || !origin) return undefined;
  const origins = asList(member(policy, 'allowOrigins'));
  const originAllowed = origins.length
    ? origins.some((allowed) => allows(allowed, origin, regexes))
    : asTexts(member(policy, 'allowOrigin')).some((allowed) => allowed === '*' || allowed === origin);
  const preflight = method === 'OPTIONS' && Boolean(headers['access-control-request-method']);
  const ignored = asText(member(policy, 'unmatchedPreflights')) === 'IGNORE';
  return {
    originAllowed,
    preflight,
    ...(originAllowed && { allowOrigin: origin }),
    answered: preflight && (originAllowed || ignored),
  };
}

/** To Envoy `exact: "*"` is any origin. */
const allows = (allowed: YamlValue, origin: string, regexes: Regexes | undefined): boolean =>
  asText(member(allowed, 'exact')) === '*' || textTakes(readTextMatch(allowed), origin, regexes) === true;
