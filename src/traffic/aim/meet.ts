import type { MeshSettings, Regexes } from '../../istio/index.ts';
import { ASKS_NOTHING, httpMatchTakes, type HttpMatch, type TextMatch } from '../../routing/index.ts';
import { withoutPort, type PlainRequest } from '../request.ts';
import { asRouted, withHeader, withParameter, withPath } from './parts.ts';
import { pathsFor, textsAgainst, textsFor } from './texts.ts';

/** Who changes requests, and what they know. */
export interface Changing {
  readonly settings: MeshSettings;
  readonly regexes: Regexes | undefined;
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];

type Change = (request: PlainRequest) => readonly PlainRequest[];

/** Each thing that a match asks for, alone, and how a request is changed so that it is. */
function conditions(
  match: HttpMatch,
  { regexes }: Changing,
): readonly (readonly [asked: Partial<HttpMatch>, change: Change])[] {
  const first = (asked: TextMatch | null): string | undefined =>
    asked ? textsFor(asked, regexes)[0] : undefined;
  const found: (readonly [Partial<HttpMatch>, Change])[] = [];
  const { uri, ignoreUriCase, method, authority } = match;
  if (uri)
    found.push([
      { uri, ignoreUriCase },
      (request) => pathsFor(uri, regexes).map((path) => withPath(request, path)),
    ]);
  if (method)
    found.push([{ method }, (request) => [{ ...request, method: first(method) ?? request.method }]]);
  if (authority)
    found.push([
      { authority },
      // The Host is the same place with its port or without.
      ({ host, ...request }) =>
        [`${withoutPort(host)}:${request.port}`, withoutPort(host), first(authority) ?? host].map((each) => ({
          ...request,
          host: each,
        })),
    ]);
  for (const [name, asked] of match.headers)
    found.push([{ headers: new Map([[name, asked]]) }, (request) => [set(request, name, first(asked))]]);
  for (const [name, asked] of match.withoutHeaders)
    found.push([
      { withoutHeaders: new Map([[name, asked]]) },
      (request) => [undefined, ...textsAgainst(asked)].map((value) => set(request, name, value)),
    ]);
  for (const [name, asked] of match.queryParams)
    found.push([
      { queryParams: new Map([[name, asked]]) },
      (request) => [withParameter(request, name, first(asked))],
    ]);
  return found;
}

/** Parts of the request line are headers to Envoy. */
function set(request: PlainRequest, name: string, value: string | undefined): PlainRequest {
  if (name === ':method') return { ...request, method: value ?? request.method };
  if (name === ':authority' || name === 'host') return { ...request, host: value ?? request.host };
  if (name === ':path') return { ...request, path: value ?? request.path };
  return withHeader(request, name, value);
}

/** So many things of a request a match asks to be otherwise, wherever it is sent. */
export const unmetBy = (request: PlainRequest, match: HttpMatch, by: Changing): number =>
  conditions(match, by)
    .filter(([{ authority, headers }]) => !authority && ![...(headers?.keys() ?? [])].some(isOfTheLine))
    .filter(([alone]) => !takes(request, { ...ASKS_NOTHING, ...alone }, by)).length;

const isOfTheLine = (name: string): boolean => name.startsWith(':') || name === 'host';

const takes = (request: PlainRequest, asked: HttpMatch, { settings, regexes }: Changing): boolean =>
  httpMatchTakes(asked, asRouted(request, settings), regexes) === true;

/** The request, changed only in what a match asks for and it is not; several where the path may be this or that. None where nobody can say how. */
export function meet(request: PlainRequest, match: HttpMatch, by: Changing): readonly PlainRequest[] {
  let all: readonly PlainRequest[] = [request];
  for (const [alone, change] of conditions(match, by)) {
    const asked = { ...ASKS_NOTHING, ...alone };
    all = all.flatMap((each) =>
      takes(each, asked, by) ? [each] : change(each).filter((changed) => takes(changed, asked, by)),
    );
  }
  return all.filter((each) => takes(each, match, by));
}

/** The request, changed in one thing so that `taken` does not take it any more and `match` still does. */
export function dodge(
  request: PlainRequest,
  taken: HttpMatch,
  match: HttpMatch,
  by: Changing,
): readonly PlainRequest[] {
  const { regexes } = by;
  const found = [
    ...[...taken.headers].flatMap(([name, asked]) =>
      [undefined, ...textsAgainst(asked)].map((value) => set(request, name, value)),
    ),
    ...[...taken.withoutHeaders].flatMap(([name, asked]) =>
      textsFor(asked, regexes).map((value) => set(request, name, value)),
    ),
    ...[...taken.queryParams].flatMap(([name, asked]) =>
      [undefined, ...textsAgainst(asked)].map((value) => withParameter(request, name, value)),
    ),
    ...(taken.method ? METHODS.map((method) => ({ ...request, method })) : []),
    ...(taken.uri ? pathsFor(match.uri, regexes).map((path) => withPath(request, path)) : []),
  ];
  return found.filter((each) => {
    const routed = asRouted(each, by.settings);
    return (
      httpMatchTakes(taken, routed, regexes) === false && httpMatchTakes(match, routed, regexes) === true
    );
  });
}
