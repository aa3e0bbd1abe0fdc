import {
  asList,
  asText,
  hostsOf,
  isWildcard,
  member,
  valueAt,
  type MeshView,
  type Resource,
} from '../../istio/index.ts';
import { rulesOf, type HttpMatch } from '../../routing/index.ts';
import { withHeader, withParameter, withPath } from '../aim/parts.ts';
import { entriesOf } from '../aim/rule-ref.ts';
import { plainRequest, withUrl, type PlainRequest } from '../request.ts';
import type { Suggestion } from './suggest.ts';

/** One rule is asked from so many sides at most. */
const MOST = 12;

/**
 * Requests just beside the one that an http rule takes: those that tell whether it is for what its writer meant. They are
 * what a change most easily turns the other way, so they are worth comparing before and after one.
 */
export function edgesOf(
  view: MeshView,
  virtualService: Resource,
  suggestion: Suggestion,
): readonly Suggestion[] {
  const { purpose } = suggestion;
  if (purpose.kind !== 'rule' || purpose.rule.section !== 'http') return [];
  const request = plainRequest(suggestion.request);
  const seen = new Set([JSON.stringify(request)]);
  return entriesOf(view, virtualService, purpose.rule.index)
    .flatMap(({ asks }) => beside(request, asks))
    .concat(otherName(view, virtualService, request))
    .concat(fromOrigins(virtualService, purpose.rule.index, request))
    .filter(([, edge]) => {
      const name = JSON.stringify(edge);
      return !seen.has(name) && seen.add(name);
    })
    .slice(0, MOST)
    .map(([words, edge]) => ({
      title: `${suggestion.title}: ${words}`,
      purpose,
      request: withUrl(edge),
      edge: true,
    }));
}

type Edge = readonly [words: string, request: PlainRequest];

function beside(request: PlainRequest, asks: HttpMatch): readonly Edge[] {
  return [
    ...pathEdges(request, asks),
    ...(asks.method
      ? [['another method', { ...request, method: request.method === 'GET' ? 'POST' : 'GET' }] as const]
      : []),
    ...[...asks.headers].flatMap(([name, asked]): readonly Edge[] => [
      [`without the header ${name}`, withHeader(request, name, undefined)],
      ...(asked.kind === 'any'
        ? []
        : [
            [
              `with more in the header ${name}`,
              withHeader(request, name, `${request.headers?.[name] ?? ''}1`),
            ] as const,
          ]),
    ]),
    ...[...asks.withoutHeaders.keys()].map((name): Edge => [
      `with the header ${name}`,
      withHeader(request, name, '1'),
    ]),
    ...[...asks.queryParams.keys()].map((name): Edge => [
      `without the query parameter ${name}`,
      withParameter(request, name, undefined),
    ]),
  ];
}

function pathEdges(request: PlainRequest, { uri }: HttpMatch): readonly Edge[] {
  const at = (words: string, path: string): Edge => [words, withPath(request, path)];
  if (uri === null || uri.kind === 'any') return [];
  if (uri.kind === 'regex') {
    const [path = ''] = request.path.split('?');
    return [at('a segment more', `${path}/1`), at('a character less', path.slice(0, -1) || '/')];
  }
  const { text } = uri;
  const bare = text.replace(/\/+$/, '');
  if (!bare) return [];
  return [
    at('without the slash at its end', bare),
    at('with a slash at its end', `${bare}/`),
    at('a segment more', `${bare}/1`),
    at('the segment longer', `${bare}-other`),
    at('in capitals', bare.toUpperCase()),
  ];
}

/** As a page of each allowed origin sends it. */
function fromOrigins(virtualService: Resource, index: number, request: PlainRequest): readonly Edge[] {
  const rule = rulesOf(virtualService).find((each) => each.section === 'http' && each.index === index);
  return asList(valueAt(rule?.value, ['corsPolicy', 'allowOrigins']))
    .flatMap((origin) => asText(member(origin, 'exact')) ?? asText(member(origin, 'prefix')) ?? [])
    .map((origin) => [`from ${origin}`, withHeader(request, 'origin', origin)]);
}

/** A wildcard covers another name too. */
function otherName(view: MeshView, virtualService: Resource, request: PlainRequest): readonly Edge[] {
  const host = hostsOf(virtualService, view.settings).find(
    (each) => each.startsWith('*.') && isWildcard(each),
  );
  return host ? [['a name of two more labels', { ...request, host: `a.b${host.slice(1)}` }]] : [];
}
