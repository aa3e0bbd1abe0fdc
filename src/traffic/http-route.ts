import { asText, member, namespaceOf, type MeshView, type Regexes, type Resource } from '../istio/index.ts';
import {
  httpMatchTakes,
  isClaim,
  type HttpEntry,
  type HttpMatch,
  type HttpRequest,
} from '../routing/index.ts';
import { failedCondition } from './hosts/failed-condition.ts';
import { normalisedPath, type RequestPath } from './hosts/path.ts';
import type { VirtualHost } from './hosts/virtual-host.ts';
import type { Outcome } from './outcome.ts';
import type { HttpPlace, Walk } from './walk.ts';

/** `namespace/name`, as people write it. */
export const nameOf = (view: MeshView, resource: Resource): string =>
  `${namespaceOf(resource, view.settings)}/${resource.name}`;

/** The part of an outcome that says which rule decided. */
export function ruleOutcome(
  view: MeshView,
  { virtualService, rule, match, delegate }: HttpEntry,
): Pick<Outcome, 'virtualService' | 'rule' | 'match' | 'delegate'> {
  const name = asText(member(rule.value, 'name'));
  return {
    virtualService: nameOf(view, virtualService),
    rule: { protocol: 'http', index: rule.index, ...(name && { name }) },
    ...(match !== null && { match }),
    ...(delegate && {
      delegate: {
        virtualService: nameOf(view, delegate.virtualService),
        rule: delegate.rule.index,
        ...(delegate.match !== null && { match: delegate.match }),
      },
    }),
  };
}

/** What becomes of a request whose path Envoy does not even look at; undefined where it does. */
export function refusedPath({ request, recorder }: Walk): Outcome | undefined {
  if (!request.path.includes('#')) return undefined;
  recorder.taken(
    'action',
    'BAD_PATH',
    'The path has a fragment, which a client keeps to itself: the proxy answers 400.',
  );
  return { kind: 'direct', status: 400, layer: 'http' };
}

/** The request as the routes of a virtual host see it. */
export function routedRequest(
  { request, view, recorder }: Walk,
  { scheme }: HttpPlace,
): HttpRequest & RequestPath {
  const { host, method, headers } = request;
  const tidied = normalisedPath(request.path, view.settings);
  if (tidied.path !== request.path.split('?', 1)[0])
    recorder.note(
      'request',
      'PATH_NORMALISED',
      `Rules see the path ${tidied.path}: proxies tidy up what is sent (pathNormalization of the mesh).`,
    );
  return { ...tidied, method, scheme, authority: host, headers };
}

/** What of a match nobody can tell from here: claims, since no token is looked into, and expressions that RE2 does not read. */
export function cannotTell(
  { uri, scheme, method, authority, headers, withoutHeaders, queryParams }: HttpMatch,
  regexes: Regexes | undefined,
): string {
  const claims = [...headers.keys(), ...withoutHeaders.keys()].filter(isClaim);
  const texts = [uri, scheme, method, authority, ...headers.values(), ...queryParams.values()];
  const unread = texts.flatMap((text) =>
    text?.kind === 'regex' && regexes?.(text.text).fault !== null ? [text.text] : [],
  );
  return [
    ...(claims.length ? [`${claims.join(' and ')} of a token, and no token is looked into here`] : []),
    ...(unread.length ? [`the regular expression ${unread.join(' and ')}, which cannot be read`] : []),
  ].join('; and for ');
}

/** The first route that takes the request; each one before it is told with the condition that failed. */
export function takenRoute(
  { view, regexes, recorder }: Walk,
  host: VirtualHost,
  request: HttpRequest,
): HttpEntry | undefined {
  for (const entry of host.routes) {
    const at = {
      resource: entry.virtualService.id,
      path: entry.match === null ? entry.rule.path : [...entry.rule.path, 'match', entry.match],
    };
    const rule = `Rule ${entry.rule.index + 1} of ${nameOf(view, entry.virtualService)}`;
    const takes = httpMatchTakes(entry.asks, request, regexes);
    if (takes === undefined)
      recorder.note(
        'rule',
        'NOT_EVALUATED',
        `Not evaluated: ${rule.replace('Rule', 'rule')}, which asks for ${cannotTell(entry.asks, regexes)}. It is passed over, as for a request that is not so.`,
        at,
      );
    if (takes) {
      recorder.taken(
        'rule',
        'MATCHED',
        entry.match === null ? `${rule} takes every request.` : `${rule} matches.`,
        at,
      );
      const { delegate } = entry;
      if (delegate)
        recorder.taken(
          'rule',
          'DELEGATE',
          `It hands on to ${nameOf(view, delegate.virtualService)}, whose rule ${delegate.rule.index + 1} takes it.`,
          { resource: delegate.virtualService.id, path: delegate.rule.path },
        );
      return entry;
    }
    if (takes === false) {
      const failed = failedCondition(entry.asks, request, regexes);
      recorder.passed('rule', failed.code, `${rule} does not match: ${failed.text}.`, at);
    }
  }
  return undefined;
}
