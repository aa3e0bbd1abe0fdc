import { asList, member, namespaceOf, type MeshView, type Resource } from '../istio/index.ts';
import type { YamlValue } from '../yaml/index.ts';
import { readHttpMatch, type HttpMatch } from './match/http-match.ts';
import { mergeMatches } from './match/merge-match.ts';
import { question } from './question.ts';
import { delegateOf, isDelegate, rulesOf, type RouteRule } from './virtual-services.ts';

/** A rule, and one of its matches; null for a rule without any. */
export interface RuleMatch {
  readonly virtualService: Resource;
  readonly rule: RouteRule;
  readonly match: number | null;
}

/** One route that istiod makes of the http rules of a VirtualService, before it asks which proxy it is for. */
export interface HttpEntry extends RuleMatch {
  /** The rule that decides, where this one hands requests to it. */
  readonly delegate: RuleMatch | undefined;
  readonly asks: HttpMatch;
  /** False where a delegate that is not here would say more: then it takes this at most, and perhaps nothing. */
  readonly certain: boolean;
}

/**
 * The routes of a VirtualService with hosts, in the order that Envoy tries them. A rule that delegates is there once for
 * each match of its own and each of the delegate that go together; with none, where none do.
 */
export const httpEntries = question((view, virtualService: Resource): readonly HttpEntry[] =>
  httpRulesOf(virtualService).flatMap((rule) => {
    const own = matchesOf(virtualService, rule, view);
    const delegate = delegateOf(view, virtualService, rule);
    if (!delegate) return own.map((one) => entryOf(one, undefined, true));
    const { found } = delegate;
    // What has hosts is no delegate to istiod, whoever hands requests to it.
    if (!found || !isDelegate(found)) return own.map((one) => entryOf(one, undefined, false));
    return httpRulesOf(found).flatMap((leaf) => handedOn(own, matchesOf(found, leaf, view)));
  }),
);

const entryOf = (
  { virtualService, rule, match, asks }: Asked,
  delegate: RuleMatch | undefined,
  certain: boolean,
): HttpEntry => ({ virtualService, rule, match, asks, delegate, certain });

const httpRulesOf = (virtualService: Resource): readonly RouteRule[] =>
  rulesOf(virtualService).filter(({ section }) => section === 'http');

interface Asked extends RuleMatch {
  readonly asks: HttpMatch;
}

/** The matches of a rule; items that are null are left out, as nobody knows what they were to say. */
function matchesOf(virtualService: Resource, rule: RouteRule, view: MeshView): readonly Asked[] {
  const namespace = namespaceOf(virtualService, view.settings);
  const written = asList(member(rule.value, 'match'));
  if (!written.length)
    return [{ virtualService, rule, match: null, asks: readHttpMatch(undefined, namespace) }];
  return written.flatMap((value, match) =>
    value === null ? [] : [{ virtualService, rule, match, asks: readOnce(value, namespace) }],
  );
}

const kept = new WeakMap<object, { readonly namespace: string; readonly asks: HttpMatch }>();

/** Reads a match once as long as its document stays: a mesh of a moment later asks again for what did not change. */
function readOnce(value: YamlValue, namespace: string): HttpMatch {
  const known = typeof value === 'object' && value !== null ? kept.get(value) : undefined;
  if (known?.namespace === namespace) return known.asks;
  const asks = readHttpMatch(value, namespace);
  if (typeof value === 'object' && value !== null) kept.set(value, { namespace, asks });
  return asks;
}

/** The matches of a delegate's rule within those of the root's. One that goes with none of them takes the rule with it. */
function handedOn(roots: readonly Asked[], leaves: readonly Asked[]): readonly HttpEntry[] {
  const entries: HttpEntry[] = [];
  for (const { asks: leafAsks, ...delegate } of leaves) {
    const before = entries.length;
    for (const root of roots) {
      // A side without matches leaves the other's as they are.
      const asks =
        delegate.match === null
          ? root.asks
          : root.match === null
            ? leafAsks
            : mergeMatches(root.asks, leafAsks);
      if (asks) entries.push({ ...root, asks, delegate, certain: true });
    }
    if (entries.length === before) return [];
  }
  return entries;
}
