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

const changes = (
  match: HttpMatch,
  { regexes }: Changing,
): readonly ((request: PlainRequest) => readonly PlainRequest[])[] => {
  const first = (asked: TextMatch | null): string | undefined =>
    asked ? textsFor(asked, regexes)[0] : undefined;
  return [
    (request) => pathsFor(match.uri, regexes).map((path) => withPath(request, path)),
    (request) => [{ ...request, method: first(match.method) ?? request.method }],
    // The Host is the same place with its port or without.
    ({ host, ...request }) =>
      [`${withoutPort(host)}:${request.port}`, withoutPort(host), first(match.authority) ?? host].map(
        (each) => ({ ...request, host: each }),
      ),
    ...[...match.headers].map(([name, asked]) => (request: PlainRequest) => [
      set(request, name, first(asked)),
    ]),
    ...[...match.withoutHeaders].map(
      ([name, asked]) =>
        (request: PlainRequest): readonly PlainRequest[] =>
          [undefined, ...textsAgainst(asked)].map((value) => set(request, name, value)),
    ),
    ...[...match.queryParams].map(([name, asked]) => (request: PlainRequest) => [
      withParameter(request, name, first(asked)),
    ]),
  ];
};

/** Parts of the request line are headers to Envoy. */
function set(request: PlainRequest, name: string, value: string | undefined): PlainRequest {
  if (name === ':method') return { ...request, method: value ?? request.method };
  if (name === ':authority' || name === 'host') return { ...request, host: value ?? request.host };
  if (name === ':path') return { ...request, path: value ?? request.path };
  return withHeader(request, name, value);
}

const alone = (match: HttpMatch): readonly Partial<HttpMatch>[] => [
  { uri: match.uri, ignoreUriCase: match.ignoreUriCase },
  { method: match.method },
  { authority: match.authority },
  ...[...match.headers].map((each) => ({ headers: new Map([each]) })),
  ...[...match.withoutHeaders].map((each) => ({ withoutHeaders: new Map([each]) })),
  ...[...match.queryParams].map((each) => ({ queryParams: new Map([each]) })),
];

/** The request, changed only in what a match asks for and it is not; several where the path may be this or that. None where nobody can say how. */
export function meet(request: PlainRequest, match: HttpMatch, by: Changing): readonly PlainRequest[] {
  const takes = (each: PlainRequest, asked: HttpMatch): boolean =>
    httpMatchTakes(asked, asRouted(each, by.settings), by.regexes) === true;
  let all: readonly PlainRequest[] = [request];
  const one = alone(match);
  for (const [index, change] of changes(match, by).entries()) {
    const asked = { ...ASKS_NOTHING, ...one[index] };
    all = all.flatMap((each) =>
      takes(each, asked) ? [each] : change(each).filter((changed) => takes(changed, asked)),
    );
  }
  return all.filter((each) => takes(each, match));
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
