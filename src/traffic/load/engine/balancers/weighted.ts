import type { Balancer } from './balancer.ts';

/**
 * Items in turn by weight, earliest deadline first: with each turn an item's next one moves on by one over the weight that it has
 * then. They begin anywhere: else the sidecars of many callers would all begin with the same host.
 */
export function weightedTurns<T>(
  items: readonly [T, ...T[]],
  weightOf: (item: T) => number,
  random: () => number,
): Balancer<T> {
  const turns = items.map((item) => ({ item, deadline: random() / Math.max(1e-6, weightOf(item)) }));
  return () => {
    let soonest = turns[0];
    for (const turn of turns) if (!soonest || turn.deadline < soonest.deadline) soonest = turn;
    if (!soonest) return items[0];
    soonest.deadline += 1 / Math.max(1e-6, weightOf(soonest.item));
    return soonest.item;
  };
}
