import { asList, asNumber, asText, member, valueAt } from '../istio/index.ts';
import type { HttpEntry, HttpRequest } from '../routing/index.ts';
import type { YamlValue } from '../yaml/index.ts';
import { corsOf } from './actions/cors.ts';
import { faultOf } from './actions/fault.ts';
import { hashOf } from './actions/hash.ts';
import { headerOpsOf, hostFromHeaders } from './actions/headers.ts';
import { mirrorsOf } from './actions/mirrors.ts';
import { locationOf } from './actions/redirect.ts';
import { retriesOf, timeoutOf } from './actions/resilience.ts';
import { bodyOf } from './actions/body.ts';
import { cutBy, rewrittenPath } from './actions/rewrite.ts';
import { effectiveRule, type EffectiveRule } from './actions/rule.ts';
import { fieldPlace, tellHeaders, tellPatience } from './actions/tell.ts';
import { destinationCluster, weightedClusters, type Weighted } from './clusters/destinations.ts';
import { forwarded } from './forward.ts';
import type { RequestPath } from './hosts/path.ts';
import type { Mirror, Outcome } from './outcome.ts';
import type { StepPlace } from './trace.ts';
import type { HttpPlace, Walk } from './walk.ts';

/** What a route does with a request that it takes: faults first, then CORS, then the router. */
export function act(
  walk: Walk,
  place: HttpPlace,
  entry: HttpEntry,
  request: HttpRequest & RequestPath,
): Outcome {
  const { recorder, regexes } = walk;
  const rule = effectiveRule(entry);
  const fault = faultOf(rule.field('fault')?.value);
  const abort = fault?.abort;
  if (fault) {
    const share = [
      fault.delay && `waits ${fault.delay.fixedDelay} for ${fault.delay.percent} %`,
      abort && `aborts ${abort.percent} %`,
    ]
      .filter(Boolean)
      .join(' and ');
    recorder.note(
      'action',
      'FAULT',
      `A fault ${share} of the requests, before they leave this proxy.`,
      fieldPlace(rule, 'fault', entry.virtualService),
    );
  }
  if (abort && abort.percent >= 100) return { kind: 'abort', status: abort.httpStatus ?? 200, fault };
  const cors = corsOf(rule.field('corsPolicy')?.value, walk.request, regexes);
  if (cors?.answered) {
    recorder.taken(
      'action',
      'CORS_PREFLIGHT',
      'The proxy answers the browser’s preflight request by itself.',
      fieldPlace(rule, 'corsPolicy', entry.virtualService),
    );
    const { answered: _, ...told } = cors;
    return { kind: 'direct', status: 200, ...(fault && { fault }), cors: told };
  }
  if (cors)
    recorder.note(
      'action',
      'CORS',
      cors.originAllowed
        ? `The origin ${cors.allowOrigin} is allowed: the answer says so to the browser.`
        : 'The origin is not allowed: the answer says nothing of it, and the browser keeps it from the page.',
      fieldPlace(rule, 'corsPolicy', entry.virtualService),
    );
  const common = {
    ...(fault && { fault }),
    ...(cors && {
      cors: {
        originAllowed: cors.originAllowed,
        preflight: cors.preflight,
        ...(cors.allowOrigin && { allowOrigin: cors.allowOrigin }),
      },
    }),
  };
  return { ...routed(walk, place, entry, rule, request), ...common };
}

function routed(
  walk: Walk,
  place: HttpPlace,
  entry: HttpEntry,
  rule: EffectiveRule,
  request: HttpRequest & RequestPath,
): Outcome {
  const { recorder } = walk;
  const redirect = rule.field('redirect');
  if (redirect) {
    const location = locationOf(redirect.value, {
      ...request,
      scheme: place.scheme,
      listenerPort: place.port,
      cut: cutBy(entry.asks, request.path),
    });
    const status = asNumber(member(redirect.value, 'redirectCode')) || 301;
    recorder.taken('action', 'REDIRECT', `The proxy answers ${status} and sends the client to ${location}.`, {
      resource: redirect.writer.id,
      path: redirect.path,
    });
    return { kind: 'redirect', status, redirect: { location }, ...headersOf(rule, undefined) };
  }
  const direct = rule.field('directResponse');
  if (direct) {
    const status = asNumber(member(direct.value, 'status')) ?? 200;
    const body = bodyOf(member(direct.value, 'body'));
    recorder.taken('action', 'DIRECT_RESPONSE', `The proxy answers ${status} by itself.`, {
      resource: direct.writer.id,
      path: direct.path,
    });
    return { kind: 'direct', status, body, ...headersOf(rule, undefined) };
  }
  return sent(walk, place, entry, rule, request);
}

function headersOf(rule: EffectiveRule, only: Weighted | undefined): Pick<Outcome, 'headers'> {
  const headers = headerOpsOf(rule.field('headers')?.value, member(only?.item, 'headers'));
  return headers ? { headers } : {};
}

/** Sent on to the clusters of the rule, with what it changes on the way. */
function sent(
  walk: Walk,
  place: HttpPlace,
  entry: HttpEntry,
  rule: EffectiveRule,
  request: HttpRequest & RequestPath,
): Outcome {
  const { view, scope, regexes } = walk;
  const writer = entry.delegate?.virtualService ?? entry.virtualService;
  const route = rule.field('route')?.value;
  const rewrite = rule.field('rewrite')?.value;
  const path = rewrittenPath(request, rewrite, entry.asks, regexes);
  const clusters = weightedClusters(view, scope, route, writer, place.lookUp).map((one) => ({
    ...one,
    authority: authorityOf(rewrite, rule, one) ?? request.authority,
  }));
  const authority = clusters[0]?.authority ?? request.authority;
  // One that is left because others have no weight still has its headers to itself.
  const only = asList(route).length === 1 ? clusters[0] : undefined;
  const mirrors = mirrorsOf(rule, (destination, by) =>
    destinationCluster(view, scope, destination, by.writer, place.lookUp),
  );
  const hash =
    only && hashOf(only.cluster, Boolean(asNumber(valueAt(only.item, ['destination', 'port', 'number']))));
  const before = request.path + (request.query && `?${request.query}`);
  if (path !== before)
    walk.recorder.note(
      'action',
      'REWRITE',
      `The path becomes ${path}.`,
      fieldPlace(rule, 'rewrite', entry.virtualService),
    );
  if (authority !== request.authority)
    walk.recorder.note(
      'action',
      'REWRITE_HOST',
      `The Host becomes ${authority}.`,
      fieldPlace(rule, member(rewrite, 'authority') ? 'rewrite' : 'headers', entry.virtualService),
    );
  const patience = {
    timeout: timeoutOf(rule.field('timeout')?.value),
    retries: retriesOf(rule.field('retries')?.value, view.settings),
  };
  tellHeaders(walk.recorder, rule, clusters);
  tellPatience(walk.recorder, rule, patience);
  const sentOn = forwarded(
    walk,
    clusters,
    { path, authority },
    fieldPlace(rule, 'route', entry.virtualService),
  );
  tellMirrors(
    walk,
    mirrors,
    fieldPlace(rule, rule.field('mirrors') ? 'mirrors' : 'mirror', entry.virtualService),
  );
  return {
    ...sentOn,
    ...patience,
    ...(mirrors.length > 0 && { mirrors }),
    ...(hash && { hash }),
    ...headersOf(rule, only),
  };
}

/** Copies are sent without waiting; one for a cluster that is not there is dropped without a word. */
function tellMirrors({ recorder }: Walk, mirrors: readonly Mirror[], at: StepPlace): void {
  for (const { cluster, percent, exists } of mirrors) {
    const copied = `${percent} % of the requests are copied to ${cluster}`;
    if (exists) recorder.note('action', 'MIRROR', `${copied}; the replies are dropped.`, at);
    else
      recorder.note(
        'action',
        'MIRROR_MISSING',
        `By the rule ${copied}, but there is no such cluster: no copy is ever sent.`,
        at,
      );
  }
}

/** What the rule says counts before what the destination says. */
function authorityOf(
  rewrite: YamlValue | undefined,
  rule: EffectiveRule,
  destination: Weighted,
): string | undefined {
  return (
    asText(member(rewrite, 'authority')) ||
    hostFromHeaders(rule.field('headers')?.value) ||
    hostFromHeaders(member(destination.item, 'headers')) ||
    undefined
  );
}
