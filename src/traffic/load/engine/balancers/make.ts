import type { BalancerPlan } from '../plan.ts';
import type { Balanced, Balancer, HashBalancer, Share } from './balancer.ts';
import { maglev } from './maglev.ts';
import { powerOfTwo, randomBalancer, roundRobin } from './plain.ts';
import { ringHash } from './ring.ts';
import { weightedTurns } from './weighted.ts';

export const isHashing = ({ kind }: BalancerPlan): boolean => kind === 'ring-hash' || kind === 'maglev';

/**
 * The balancer among some hosts. Where all weigh the same, and none is warming up, nothing has to be weighed. By weight, least
 * request is no choice of two any more, but turns: each weight is divided by the requests under way, and one.
 * https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/load_balancing/load_balancers#weighted-least-request
 */
export function balancerFor<H extends Balanced>(
  { kind }: BalancerPlan,
  hosts: readonly [H, ...H[]],
  random: () => number,
): Balancer<H> {
  if (kind === 'random') return randomBalancer(hosts, random);
  const leastRequest = kind === 'least-request';
  const even = hosts.every((host) => host.weight() === hosts[0].weight());
  if (even && !hosts.some((host) => host.warming?.()))
    return leastRequest ? powerOfTwo(hosts, random) : roundRobin(hosts, random);
  const weightOf = leastRequest ? (host: H) => host.weight() / (host.active + 1) : (host: H) => host.weight();
  return weightedTurns(hosts, weightOf, random);
}

/** The balancer by hash: one ring or table for all hosts of a priority, whatever their localities. */
export const hashBalancerFor = <H extends Balanced>(
  { kind, ringSize, tableSize }: BalancerPlan,
  shares: readonly [Share<H>, ...Share<H>[]],
): HashBalancer<H> => (kind === 'maglev' ? maglev(shares, tableSize) : ringHash(shares, ringSize));
