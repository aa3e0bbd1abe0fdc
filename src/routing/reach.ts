import { asList, gatewaysOf, member, type MeshView, type Regexes, type Resource } from '../istio/index.ts';
import { httpEntries, type RuleMatch } from './http-entries.ts';
import { boundTo, httpConditions, proxyConditions, type Conditions } from './match/conditions.ts';
import { cover, type Cover } from './match/cover.ts';
import { Earlier } from './match/earlier.ts';
import type { ProxyMatch } from './match/http-match.ts';
import { question } from './question.ts';
import { ALL_CONNECTIONS, streamEntries, type StreamEntry } from './stream-entries.ts';
import { delegatorsOf, isDelegate, rulesOf, type RouteRule } from './virtual-services.ts';

/** Why no request comes to a match. */
export type Unreached =
  /** Rules before it take all that it asks for, together if there are several. */
  | { readonly why: 'covered'; readonly by: readonly RuleMatch[] }
  /** No request can be what it asks for: not this thing, such as `path` or `header x-user`. */
  | { readonly why: 'impossible'; readonly thing: string }
  /** It names gateways, and the VirtualService is bound to none of them. */
  | { readonly why: 'unbound' };

/** A match that no request reaches; `match` is null for a rule without any. */
export interface UnreachedMatch {
  readonly rule: RouteRule;
  readonly match: number | null;
  readonly reason: Unreached;
}

/** A rule none of whose matches any request reaches, with the reasons of all. */
export interface UnreachedRule {
  readonly rule: RouteRule;
  readonly reasons: readonly Unreached[];
}

/**
 * The matches of a VirtualService that no request can reach, each with the reason. Only what is certain: one that is not
 * here may still never be reached. For a delegate, only what holds for all who hand requests to it. Without `regexes`
 * less can be said of regular expressions, and nothing that is wrong.
 */
export const unreachedMatches = question(
  (view, virtualService: Resource, regexes?: Regexes): readonly UnreachedMatch[] => {
    const all = isDelegate(virtualService)
      ? judgedAsDelegate(view, virtualService, regexes)
      : [
          ...judgedHttp(view, virtualService, regexes),
          ...judgedStreams(view, virtualService, 'tls'),
          ...judgedStreams(view, virtualService, 'tcp'),
        ];
    if (all.every(({ reason }) => !reason)) return NONE;
    const byPlace = new Map<string, UnreachedMatch | null>();
    for (const { at, reason } of all) {
      const place = `${at.rule.section} ${String(at.rule.index)} ${String(at.match)}`;
      // A match that stands in several routes is reached when one of them is.
      if (!reason) byPlace.set(place, null);
      else if (!byPlace.has(place)) byPlace.set(place, { rule: at.rule, match: at.match, reason });
    }
    return [...byPlace.values()].filter((one) => one !== null);
  },
);

const NONE: readonly UnreachedMatch[] = [];

/** The rules of a VirtualService that no request can reach. As certain as `unreachedMatches`. */
export function unreachedRules(
  view: MeshView,
  virtualService: Resource,
  regexes?: Regexes,
): readonly UnreachedRule[] {
  const dead = unreachedMatches(view, virtualService, regexes);
  if (!dead.length) return [];
  return rulesOf(virtualService).flatMap((rule) => {
    const reasons = dead.filter((one) => isRule(one.rule, rule)).map(({ reason }) => reason);
    const matches = Math.max(1, asList(member(rule.value, 'match')).length);
    return reasons.length === matches ? [{ rule, reasons }] : [];
  });
}

const isRule = (a: RouteRule, b: RouteRule): boolean => a.section === b.section && a.index === b.index;

/** One route or filter chain, and why it is never used; undefined where it may be. */
interface Judged {
  readonly at: RuleMatch;
  readonly delegate?: RuleMatch | undefined;
  readonly reason: Unreached | undefined;
}

const judgedHttp = question(
  (view, virtualService: Resource, regexes: Regexes | undefined): readonly Judged[] => {
    const bound = boundTo(gatewaysOf(virtualService, view.settings));
    const before: RuleMatch[] = [];
    const taken = new Earlier();
    return httpEntries(view, virtualService).map((entry): Judged => {
      const asks = httpConditions(entry.asks, regexes);
      const found = cover(taken, asks, bound, regexes, 'verdict');
      const reason = reasonOf(found, entry.asks, virtualService, view, (index) => before[index]);
      if (!reason && entry.certain) {
        before.push(entry);
        taken.add(asks);
      }
      return { at: entry, delegate: entry.delegate, reason };
    });
  },
);

function reasonOf(
  found: Cover,
  asks: ProxyMatch,
  virtualService: Resource,
  view: MeshView,
  entryAt: (index: number) => RuleMatch | undefined,
): Unreached | undefined {
  if (found.covered === 'never') {
    const own = gatewaysOf(virtualService, view.settings);
    const bound = !asks.gateways.length || asks.gateways.some((gateway) => own.includes(gateway));
    return bound ? { why: 'impossible', thing: found.thing } : { why: 'unbound' };
  }
  if (found.covered !== 'yes') return undefined;
  return { why: 'covered', by: found.by.map(entryAt).filter((entry) => entry !== undefined) };
}

/** What the rules of a delegate get of those who hand on to it. */
function judgedAsDelegate(
  view: MeshView,
  delegate: Resource,
  regexes: Regexes | undefined,
): readonly Judged[] {
  return delegatorsOf(view, delegate).flatMap((root) =>
    judgedHttp(view, root, regexes).flatMap((judged) =>
      judged.delegate?.virtualService.id === delegate.id
        ? [{ at: judged.delegate, reason: judged.reason }]
        : [],
    ),
  );
}

/**
 * Of chains for the same name and subnet the first counts; of others the more specific does, in whatever order they
 * stand. A tcp rule for all connections ends the list.
 */
function judgedStreams(view: MeshView, virtualService: Resource, section: 'tls' | 'tcp'): readonly Judged[] {
  const bound = boundTo(gatewaysOf(virtualService, view.settings));
  const byChain = new Map<string, Rival[]>();
  return streamEntries(virtualService, section, view).map((entry, order) => {
    const own: Rival = { entry, order, asks: proxyConditions(entry.asks) };
    const reason = streamReason(own, byChain, bound, virtualService, view);
    for (const chain of new Set(entry.chains)) {
      const known = byChain.get(chain);
      if (known) known.push(own);
      else byChain.set(chain, [own]);
    }
    return { at: entry, reason };
  });
}

/** A chain among others of its name and subnet. */
interface Rival {
  readonly entry: StreamEntry;
  readonly order: number;
  readonly asks: Conditions;
}

function streamReason(
  { entry, asks }: Rival,
  before: ReadonlyMap<string, readonly Rival[]>,
  bound: Conditions,
  virtualService: Resource,
  view: MeshView,
): Unreached | undefined {
  const by = new Set<RuleMatch>();
  for (const chain of entry.chains) {
    const forAll = chain === ALL_CONNECTIONS ? [] : (before.get(ALL_CONNECTIONS) ?? []);
    const rivals = [...new Set([...(before.get(chain) ?? []), ...forAll])].sort((a, b) => a.order - b.order);
    const found = cover(
      rivals.map((rival) => rival.asks),
      asks,
      bound,
      undefined,
      'verdict',
    );
    const reason = reasonOf(found, entry.asks, virtualService, view, (index) => rivals[index]?.entry);
    if (reason?.why !== 'covered') return reason;
    reason.by.forEach((one) => by.add(one));
  }
  return by.size ? { why: 'covered', by: [...by] } : undefined;
}
