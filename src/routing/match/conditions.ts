import type { Regexes } from '../../istio/index.ts';
import { isClaim, type HttpMatch, type ProxyMatch, type TextMatch } from './http-match.ts';
import { beginningWith, exactly, oneOf, opaque, takesText, textsOf, type Texts } from './text-sets.ts';
import type { ValueSet } from './value-set.ts';

/** What a match asks of one thing, and the opposite of it. Both may be too large where nobody can say, never too small. */
export interface Condition {
  /** The thing: `path`, `header x-user`, `port`, `label app`, … Two things are independent, but for `DEPENDENT`. */
  readonly of: string;
  readonly met: ValueSet;
  readonly unmet: ValueSet;
}

/** Everything that a match asks, all at once. */
export type Conditions = readonly Condition[];

/** The path with its query as one header: what is asked of it says something of both. */
export const DEPENDENT = 'header :path';

const never: ValueSet['there'] = { all: [], none: [] };

/** It is there, and one of these texts. */
const being = (of: string, texts: Texts): Condition => ({
  of,
  met: { missing: false, there: { all: [texts], none: [] } },
  unmet: { missing: true, there: { all: [], none: [texts] } },
});

/** What the values of a thing are at all; missing only where nothing is said here. */
export function domainOf(thing: string): ValueSet {
  const texts = DOMAINS[thing];
  if (texts) return { missing: false, there: { all: [texts], none: [] } };
  return { missing: !ALWAYS_THERE.has(thing), there: never };
}

const DOMAINS: Readonly<Record<string, Texts>> = {
  path: beginningWith('/'),
  scheme: oneOf(['http', 'https']),
};
const ALWAYS_THERE: ReadonlySet<string> = new Set([
  'method',
  'authority',
  'port',
  'gateway',
  'namespace',
  DEPENDENT,
]);

/** Parts of the request line are headers to Envoy, and `host` is the authority. */
const PSEUDO: Readonly<Record<string, string>> = {
  ':method': 'method',
  ':scheme': 'scheme',
  ':authority': 'authority',
  host: 'authority',
};

const headerThing = (name: string): string => PSEUDO[name] ?? `header ${name}`;

const headerTexts = (name: string, match: TextMatch): Texts =>
  isClaim(name) ? opaque(JSON.stringify(match)) : textsOf(match);

/** A header that must not be so; one that is missing counts as empty. */
function lacking(name: string, match: TextMatch, regexes: Regexes | undefined): Condition {
  const of = headerThing(name);
  const texts = headerTexts(name, match);
  const taken: ValueSet = { missing: false, there: { all: [texts], none: [] } };
  if (match.kind === 'any' && !isClaim(name))
    return { of, met: { missing: true, there: null }, unmet: taken };
  const empty = isClaim(name) ? undefined : takesText(texts, '', regexes);
  return {
    of,
    met: { missing: empty === undefined ? null : !empty, there: { all: [], none: [texts] } },
    unmet: { ...taken, missing: empty ?? null },
  };
}

function addProxy(match: ProxyMatch, withSource: boolean, asks: Condition[]): void {
  if (match.gateways.length) asks.push(being('gateway', oneOf(match.gateways)));
  if (match.port !== null) asks.push(being('port', exactly(String(match.port))));
  if (!withSource) return;
  for (const label of Object.keys(match.sourceLabels))
    asks.push(being(`label ${label}`, exactly(match.sourceLabels[label] ?? '')));
  if (match.sourceNamespace !== null) asks.push(being('namespace', exactly(match.sourceNamespace)));
}

/** What an http match asks. Where it names gateways, where calls come from is not asked. */
export function httpConditions(match: HttpMatch, regexes: Regexes | undefined): Conditions {
  const asks: Condition[] = [];
  if (match.uri)
    asks.push(being('path', textsOf(match.uri, match.ignoreUriCase && match.uri.kind !== 'regex')));
  addProxy(match, match.gateways.length === 0, asks);
  if (match.method) asks.push(being('method', textsOf(match.method)));
  if (match.scheme) asks.push(being('scheme', textsOf(match.scheme)));
  if (match.authority) asks.push(being('authority', textsOf(match.authority)));
  for (const [name, asked] of match.headers) asks.push(being(headerThing(name), headerTexts(name, asked)));
  for (const [name, asked] of match.withoutHeaders) asks.push(lacking(name, asked, regexes));
  for (const [name, asked] of match.queryParams) asks.push(being(`query ${name}`, textsOf(asked)));
  return asks;
}

/** What a tls or tcp match asks of the proxy: all that it says, gateways or not. */
export function proxyConditions(match: ProxyMatch): Conditions {
  const asks: Condition[] = [];
  addProxy(match, true, asks);
  return asks;
}

/** That a rule is at one of these gateways. */
export const boundTo = (gateways: readonly string[]): readonly Condition[] => [
  being('gateway', oneOf(gateways)),
];
