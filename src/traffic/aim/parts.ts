import type { MeshSettings } from '../../istio/index.ts';
import type { HttpRequest } from '../../routing/index.ts';
import { normalisedPath } from '../hosts/path.ts';
import type { PlainRequest } from '../request.ts';

/** The path without its query. */
export const pathOf = ({ path }: PlainRequest): string => path.split('?', 1)[0] ?? '/';

const queryOf = ({ path }: PlainRequest): string => path.slice(pathOf({ path } as PlainRequest).length + 1);

const joined = (path: string, query: string): string => (query ? `${path}?${query}` : path);

export const withPath = (request: PlainRequest, path: string): PlainRequest => ({
  ...request,
  path: joined(path, queryOf(request)),
});

/** The parameters of the query, in order, as sent. */
export const parametersOf = (request: PlainRequest): readonly (readonly [name: string, value: string])[] =>
  queryOf(request)
    .split('&')
    .filter(Boolean)
    .map((part) => {
      const equals = part.indexOf('=');
      return equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
    });

/** The request with a query parameter set; `undefined` takes it away. */
export function withParameter(request: PlainRequest, name: string, value: string | undefined): PlainRequest {
  const others = parametersOf(request).filter(([each]) => each !== name);
  const all = value === undefined ? others : [...others, [name, value] as const];
  return { ...request, path: joined(pathOf(request), all.map(([key, text]) => `${key}=${text}`).join('&')) };
}

/** The request with a header set; `undefined` takes it away. */
export function withHeader(request: PlainRequest, name: string, value: string | undefined): PlainRequest {
  const others = Object.entries(request.headers ?? {}).filter(([each]) => each.toLowerCase() !== name);
  return {
    ...request,
    headers: Object.fromEntries(value === undefined ? others : [...others, [name, value]]),
  };
}

const routed = new WeakMap<PlainRequest, { readonly settings: MeshSettings; readonly as: HttpRequest }>();

/** The request as routes see it; worked out once, since a search asks it for each condition. */
export function asRouted(request: PlainRequest, settings: MeshSettings): HttpRequest {
  let known = routed.get(request);
  if (known?.settings !== settings)
    routed.set(request, (known = { settings, as: makeRouted(request, settings) }));
  return known.as;
}

const makeRouted = (
  { host, method, headers = {}, path, caller, tls }: PlainRequest,
  settings: MeshSettings,
): HttpRequest => ({
  ...normalisedPath(path, settings),
  method,
  scheme: caller.kind === 'gateway' && tls !== 'plaintext' ? 'https' : 'http',
  authority: host,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
});
