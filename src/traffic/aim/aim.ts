import {
  asList,
  asTexts,
  key,
  member,
  namespaceOf,
  type MeshView,
  type Regexes,
  type Resource,
} from '../../istio/index.ts';
import { httpEntries, readProxyMatch, type HttpEntry, type HttpMatch } from '../../routing/index.ts';
import type { Outcome } from '../outcome.ts';
import type { PlainRequest } from '../request.ts';
import { route } from '../route.ts';
import type { Trace } from '../trace.ts';
import { approaches, comingBy, namesAsked, nameUnder, type Approach } from './approach.ts';
import { differences } from './differences.ts';
import { dodge, meet, unmetBy, type Changing } from './meet.ts';
import { entriesOf, isDoneBy, ruleAt, type RuleRef } from './rule-ref.ts';

/** A request that a rule takes, as near to the given one as was found. */
export interface Aimed {
  readonly request: PlainRequest;
  readonly trace: Trace;
}

/** So many requests are sent before the search gives up. */
const MOST_SENT = 80;

interface Start {
  readonly request: PlainRequest;
  /** What must stay true of it; null for tls and tcp. */
  readonly asks: HttpMatch | null;
  /** Whose hosts it is sent to. */
  readonly root: Resource;
  /** It comes by, and is not changed yet so that it is what is asked for: so many changes more that takes, at least. */
  readonly more?: number;
}

interface Candidate extends Start {
  readonly cost: number;
}

/**
 * Looks for a request that a rule takes, changing the given one in as few things as possible; every answer has been
 * sent to see that it arrives. Null where none was found. `sentInVain` gets the way of the nearest one that did not arrive.
 */
export function aimAt(
  view: MeshView,
  virtualService: Resource,
  ref: RuleRef,
  from: PlainRequest,
  regexes: Regexes | undefined,
  sentInVain: (trace: Trace, request: PlainRequest) => void = () => {},
): Aimed | null {
  const by: Changing = { settings: view.settings, regexes };
  const seen = new Set<string>();
  const queue: Candidate[] = [];
  const add = (start: Start): void => {
    if (start.more === undefined) {
      const name = JSON.stringify(start.request);
      if (seen.has(name)) return;
      seen.add(name);
    }
    queue.push({ ...start, cost: (start.more ?? 0) + differences(from, start.request).length });
  };
  for (const start of starts(view, virtualService, ref, from, by)) add(start);
  for (let sent = 0; sent < MOST_SENT;) {
    const candidate = cheapest(queue);
    if (!candidate) break;
    const { asks, root } = candidate;
    if (candidate.more !== undefined && asks) {
      for (const request of meet(candidate.request, asks, by)) add({ request, asks, root });
      continue;
    }
    sent++;
    const trace = route(view, candidate.request, { regexes });
    if (isDoneBy(trace.outcome, ref, virtualService, view)) return { request: candidate.request, trace };
    sentInVain(trace, candidate.request);
    const taken = candidate.asks && entryThatTook(view, trace.outcome);
    // In the mesh one VirtualService serves a host: what another does not take does not come to this one.
    const before =
      taken && (taken.virtualService === candidate.root || candidate.request.caller.kind === 'gateway');
    if (before && asks)
      for (const request of dodge(candidate.request, taken.asks, asks, by)) add({ request, asks, root });
  }
  return null;
}

/** The first of those with the fewest changes, ready ones before those that may need more. */
function cheapest(queue: Candidate[]): Candidate | undefined {
  const rank = ({ cost, more }: Candidate): number => cost + (more === undefined ? 0 : 0.5);
  let best = 0;
  for (const [index, one] of queue.entries()) {
    const known = queue[best];
    if (known && rank(one) < rank(known)) best = index;
  }
  return queue.splice(best, 1)[0];
}

function starts(
  view: MeshView,
  virtualService: Resource,
  ref: RuleRef,
  from: PlainRequest,
  by: Changing,
): readonly Start[] {
  if (ref.section !== 'http') return streamStarts(view, virtualService, ref, from);
  return entriesOf(view, virtualService, ref.index).flatMap(({ certain, virtualService: root, asks }) => {
    if (!certain) return [];
    const more = unmetBy(from, asks, by);
    return approaches(view, root, 'http', asks).map((approach) => ({
      request: comingBy(from, approach),
      asks,
      root,
      more,
    }));
  });
}

function streamStarts(
  view: MeshView,
  virtualService: Resource,
  ref: RuleRef,
  from: PlainRequest,
): readonly Start[] {
  const rule = ruleAt(virtualService, ref);
  const namespace = namespaceOf(virtualService, view.settings);
  const matches = asList(member(rule?.value, 'match'));
  return (matches.length ? matches : [null]).flatMap((match) => {
    const value = match ?? undefined;
    const [subnet] = asTexts(member(value, 'destinationSubnets'));
    const address = subnet?.split('/')[0];
    return approaches(
      view,
      virtualService,
      ref.section,
      readProxyMatch(value, namespace),
      namesAsked(value, ref.section),
    ).map((approach) => ({
      request: { ...comingBy(from, approach), ...askedName(from, approach), ...(address && { address }) },
      asks: null,
      root: virtualService,
    }));
  });
}

/** The name that TLS asks for counts, not the one that is dialled. */
const askedName = (from: PlainRequest, { bytes, hosts }: Approach): Partial<PlainRequest> =>
  bytes === 'tls' && from.sni !== undefined ? { sni: nameUnder(hosts[0] ?? '') } : {};

/** The route that took a request, as its outcome tells. */
function entryThatTook(
  view: MeshView,
  { virtualService: name, rule, match, delegate }: Outcome,
): HttpEntry | undefined {
  if (name === undefined || rule?.protocol !== 'http') return undefined;
  const slash = name.indexOf('/');
  const root = view.find(key.name('VirtualService', name.slice(0, slash), name.slice(slash + 1)))[0];
  return (root ? httpEntries(view, root) : []).find(
    (entry) =>
      entry.rule.index === rule.index &&
      (entry.match ?? undefined) === match &&
      entry.delegate?.rule.index === delegate?.rule &&
      (entry.delegate?.match ?? undefined) === delegate?.match,
  );
}
