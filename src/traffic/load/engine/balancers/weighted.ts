import type { Balanced, Balancer } from './balancer.ts';

/**
 * Hosts in turn by weight, earliest deadline first: with each turn a host's next one moves on by one over its weight. For least
 * request the weight is divided by the requests under way, and one.
 */
export function weightedTurns<H extends Balanced>(
  hosts: readonly [H, ...H[]],
  random: () => number,
  leastRequest: boolean,
): Balancer<H> {
  const weightOf = (host: H): number =>
    Math.max(1e-6, leastRequest ? host.weight() / (host.active + 1) : host.weight());
  // From anywhere: else the sidecars of many callers would all begin with the same host.
  const turns = hosts.map((host) => ({ host, deadline: random() / weightOf(host) }));
  return () => {
    let soonest = turns[0];
    for (const turn of turns) if (!soonest || turn.deadline < soonest.deadline) soonest = turn;
    if (!soonest) return hosts[0];
    soonest.deadline += 1 / weightOf(soonest.host);
    return soonest.host;
  };
}
