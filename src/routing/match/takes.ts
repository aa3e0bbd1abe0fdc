import { labelsMatch, type Labels, type Regexes } from '../../istio/index.ts';
import { isClaim, type HttpMatch, type ProxyMatch, type TextMatch } from './http-match.ts';

/** A proxy, as istiod asks whether a match is for it. */
export interface Proxy {
  /** `mesh` for a sidecar, else `namespace/name` of a Gateway that it serves. */
  readonly gateway: string;
  /** Of the listener; at a Gateway that of the server. */
  readonly port: number;
  readonly namespace: string;
  readonly labels: Labels;
}

/** A request, as routes see it. */
export interface HttpRequest {
  /** As Envoy has tidied it up; without the query. */
  readonly path: string;
  /** What follows the question mark; empty for none. */
  readonly query: string;
  readonly method: string;
  readonly scheme: string;
  /** With the port, where the client sent one. */
  readonly authority: string;
  /** By name in small letters; several of one name joined with commas. */
  readonly headers: Readonly<Record<string, string>>;
}

/** True, false, or undefined where nobody can say: RE2 is not loaded, or it is about the claims of a token. */
export type Answer = boolean | undefined;

/** Whether istiod gives an http match to a proxy. Where it names gateways, where calls come from is not asked. */
export const httpMatchFor = (match: ProxyMatch, proxy: Proxy): boolean =>
  (match.port === null || match.port === proxy.port) &&
  (match.gateways.length
    ? match.gateways.includes(proxy.gateway)
    : labelsMatch(match.sourceLabels, proxy.labels) &&
      (match.sourceNamespace === null || match.sourceNamespace === proxy.namespace));

/** Whether istiod gives a tls or tcp match to a proxy: here everything is asked, gateways or not. */
export const streamMatchFor = (match: ProxyMatch, proxy: Proxy): boolean =>
  (match.port === null || match.port === proxy.port) &&
  (!match.gateways.length || match.gateways.includes(proxy.gateway)) &&
  labelsMatch(match.sourceLabels, proxy.labels) &&
  (match.sourceNamespace === null || match.sourceNamespace === proxy.namespace);

/**
 * Whether a request is one that a match of an http rule takes, at a proxy that has it (`httpMatchFor`). As Envoy does:
 * https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/route/v3/route_components.proto#config-route-v3-routematch
 */
export function httpMatchTakes(match: HttpMatch, request: HttpRequest, regexes: Regexes | undefined): Answer {
  const query = queryOf(request.query);
  const text = (asked: TextMatch | null, value: string): Answer =>
    asked === null ? true : textTakes(asked, value, regexes);
  return every([
    uriTakes(match, request.path, regexes),
    text(match.scheme, request.scheme),
    text(match.method, request.method),
    text(match.authority, request.authority),
    ...[...match.headers].map(([name, asked]) => headerTakes(name, asked, request, regexes)),
    ...[...match.withoutHeaders].map(([name, asked]) => headerLacks(name, asked, request, regexes)),
    ...[...match.queryParams].map(([name, asked]) => {
      const value = query.get(name);
      return value !== undefined && textTakes(asked, value, regexes);
    }),
  ]);
}

/** Letters of ASCII alone: Envoy knows no others. */
export const smallLetters = (text: string): string => text.replace(/[A-Z]+/g, (run) => run.toLowerCase());

function uriTakes({ uri, ignoreUriCase }: HttpMatch, path: string, regexes: Regexes | undefined): Answer {
  if (uri === null) return true;
  return ignoreUriCase && (uri.kind === 'exact' || uri.kind === 'prefix')
    ? textTakes({ ...uri, text: smallLetters(uri.text) }, smallLetters(path), regexes)
    : textTakes(uri, path, regexes);
}

/** Whether a text is what is asked for. */
export function textTakes(asked: TextMatch, text: string, regexes: Regexes | undefined): Answer {
  switch (asked.kind) {
    case 'any':
      return true;
    case 'exact':
      return text === asked.text;
    case 'prefix':
      return text.startsWith(asked.text);
    case 'regex': {
      const reading = regexes?.(asked.text);
      return reading?.fault === null ? reading.matches(text) : undefined;
    }
  }
}

/** Parts of the request line are headers to Envoy, and `host` is the authority. */
function headerOf(name: string, request: HttpRequest): string | undefined {
  switch (name) {
    case ':method':
      return request.method;
    case ':scheme':
      return request.scheme;
    case ':authority':
    case 'host':
      return request.authority;
    case ':path':
      return request.path + (request.query && `?${request.query}`);
    default:
      return Object.hasOwn(request.headers, name) ? request.headers[name] : undefined;
  }
}

function headerTakes(
  name: string,
  asked: TextMatch,
  request: HttpRequest,
  regexes: Regexes | undefined,
): Answer {
  if (isClaim(name)) return undefined;
  const value = headerOf(name, request);
  return value !== undefined && textTakes(asked, value, regexes);
}

/** A header that must not be so. One that is missing counts as empty, so `regex: .*` can never be met. */
function headerLacks(
  name: string,
  asked: TextMatch,
  request: HttpRequest,
  regexes: Regexes | undefined,
): Answer {
  // Who shows no token makes no claims; what is in one is not looked into.
  if (isClaim(name)) return Object.hasOwn(request.headers, 'authorization') ? undefined : true;
  const value = headerOf(name, request);
  if (asked.kind === 'any') return value === undefined;
  const takes = textTakes(asked, value ?? '', regexes);
  return takes === undefined ? undefined : !takes;
}

/** Of parameters that are given twice the first counts; they are compared as sent. */
function queryOf(query: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const part of query ? query.split('&') : []) {
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    if (!found.has(name)) found.set(name, equals < 0 ? '' : part.slice(equals + 1));
  }
  return found;
}

function every(answers: readonly Answer[]): Answer {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}
