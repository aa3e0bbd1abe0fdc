import { gatewaysOf, MESH_GATEWAY, type MeshView, type Regexes, type Resource } from '../istio/index.ts';
import { httpEntries, type HttpEntry, type RuleMatch } from './http-entries.ts';
import { boundTo, httpConditions, type Conditions } from './match/conditions.ts';
import { cover } from './match/cover.ts';
import { Earlier } from './match/earlier.ts';
import { question } from './question.ts';

/** A match of one VirtualService, and the matches of another that take all of its requests where they come first. */
export interface TakenBetween {
  readonly match: RuleMatch;
  readonly by: readonly RuleMatch[];
}

/**
 * What one VirtualService loses to another where a Gateway joins their rules for a host and the other's come first. Which
 * come first is not promised, but for this: Istio puts rules for every request behind all others.
 * https://github.com/istio/istio/blob/master/pilot/pkg/networking/core/route/route.go (SortVHostRoutes)
 */
export const takenBetween = question(taken);

function taken(
  view: MeshView,
  own: Resource,
  other: Resource,
  regexes: Regexes | undefined,
): readonly TakenBetween[] {
  const theirs = gatewaysOf(other, view.settings);
  const shared = gatewaysOf(own, view.settings).filter(
    (gateway) => gateway !== MESH_GATEWAY && theirs.includes(gateway),
  );
  if (!shared.length) return [];
  const given = boundTo(shared);
  const read = (entry: HttpEntry): { entry: HttpEntry; asks: Conditions; last: boolean } => {
    const asks = httpConditions(entry.asks, regexes);
    return { entry, asks, last: cover([asks], [], given, regexes, 'verdict').covered === 'yes' };
  };
  const rivals = httpEntries(view, other)
    .filter(({ certain }) => certain)
    .map(read);
  const others = rivals.filter(({ last }) => !last);
  // Made once: a VirtualService may have hundreds of rules.
  const beforeAll = new Earlier(others.map(({ asks }) => asks));
  const beforeLast = new Earlier(rivals.map(({ asks }) => asks));
  return httpEntries(view, own)
    .map(read)
    .flatMap(({ entry, asks, last }) => {
      const before = last ? rivals : others;
      const found = cover(last ? beforeLast : beforeAll, asks, given, regexes, 'verdict');
      if (found.covered !== 'yes') return [];
      return [{ match: entry, by: found.by.flatMap((index) => before[index]?.entry ?? []) }];
    });
}
