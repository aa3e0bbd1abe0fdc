import type { HttpMatch, TextMatch } from '../../../routing/index.ts';
import type { YamlMap } from '../../../yaml/index.ts';

/** How the prefix of a path is written: by whole segments, as HTTPRoute has it, or by an expression that says the same. */
export type Prefixes = 'segments' | 'exact';

/** A match of an HTTPRoute, or what keeps it from being one. */
export interface RouteMatch {
  /** As `matches` holds it; undefined where the match cannot be expressed. */
  readonly value: YamlMap | undefined;
  /** What it asks that HTTPRoute has no way to ask: without it, it would take other requests. */
  readonly inexpressible: readonly string[];
  /** What is asked in a slightly other way, in words. */
  readonly otherwise: readonly string[];
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH']);

/** Quotes what an expression would read otherwise. */
const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Expresses a match of an http rule; gateways and ports are of the route as a whole, and are not looked at. */
export function routeMatch(match: HttpMatch, prefixes: Prefixes): RouteMatch {
  const inexpressible: string[] = [];
  const otherwise: string[] = [];
  const path = match.uri && pathMatch(match.uri, match.ignoreUriCase, prefixes, otherwise);
  if (match.scheme) inexpressible.push('scheme');
  if (match.authority) inexpressible.push('authority');
  if (match.withoutHeaders.size > 0) inexpressible.push('withoutHeaders');
  if (Object.keys(match.sourceLabels).length > 0) inexpressible.push('sourceLabels');
  if (match.sourceNamespace !== null) inexpressible.push('sourceNamespace');
  const method =
    match.method?.kind === 'exact' && METHODS.has(match.method.text) ? match.method.text : undefined;
  if (match.method && match.method.kind !== 'any' && method === undefined) inexpressible.push('method');
  const pseudo = [...match.headers.keys()].filter((name) => name.startsWith(':') || name.startsWith('@'));
  inexpressible.push(...pseudo.map((name) => `headers.${name}`));
  if (inexpressible.length > 0) return { value: undefined, inexpressible, otherwise };
  const value: YamlMap = {
    ...(path ? { path } : {}),
    ...(match.headers.size > 0 ? { headers: [...match.headers].map(named) } : {}),
    ...(match.queryParams.size > 0 ? { queryParams: [...match.queryParams].map(named) } : {}),
    ...(method === undefined ? {} : { method }),
  };
  return { value, inexpressible, otherwise };
}

function pathMatch(
  uri: TextMatch,
  anyCase: boolean,
  prefixes: Prefixes,
  otherwise: string[],
): YamlMap | undefined {
  if (uri.kind === 'any') return undefined;
  if (uri.kind === 'regex') return { type: 'RegularExpression', value: uri.text };
  if (anyCase) {
    const end = uri.kind === 'prefix' ? '.*' : '';
    return { type: 'RegularExpression', value: `(?i)${literal(uri.text)}${end}` };
  }
  if (uri.kind === 'exact') return { type: 'Exact', value: uri.text };
  if (uri.text === '/') return { type: 'PathPrefix', value: '/' };
  if (prefixes === 'exact' || !uri.text.startsWith('/'))
    return { type: 'RegularExpression', value: `${literal(uri.text)}.*` };
  const value = withoutSlash(uri.text);
  otherwise.push(
    uri.text.endsWith('/')
      ? `prefix ${uri.text} takes ${value} itself too: PathPrefix looks at whole segments`
      : `prefix ${uri.text} takes ${value} and ${value}/…, but ${value}x no more: PathPrefix looks at whole segments`,
  );
  return { type: 'PathPrefix', value };
}

/** A path without its last slash, as PathPrefix reads it. */
export const withoutSlash = (path: string): string => (path.length > 1 ? path.replace(/\/$/, '') : path);

/** A header or query parameter; HTTPRoute asks for it as a whole, by expression otherwise. */
function named([name, text]: readonly [string, TextMatch]): YamlMap {
  switch (text.kind) {
    case 'any':
      return { type: 'RegularExpression', name, value: '.*' };
    case 'exact':
      return text.text === ''
        ? { type: 'RegularExpression', name, value: '^$' }
        : { type: 'Exact', name, value: text.text };
    case 'prefix':
      return { type: 'RegularExpression', name, value: `${literal(text.text)}.*` };
    case 'regex':
      return { type: 'RegularExpression', name, value: text.text };
  }
}
