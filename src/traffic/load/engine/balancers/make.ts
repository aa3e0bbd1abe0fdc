import type { BalancerPlan } from '../plan.ts';
import type { Balanced, Balancer } from './balancer.ts';
import { maglev } from './maglev.ts';
import { powerOfTwo, randomBalancer, roundRobin } from './plain.ts';
import { ringHash } from './ring.ts';
import { weightedTurns } from './weighted.ts';

/** The balancer among some hosts. Where all weigh the same, and none is warming up, nothing has to be weighed. */
export function balancerFor<H extends Balanced>(
  { kind, ringSize, tableSize, warmup }: BalancerPlan,
  hosts: readonly [H, ...H[]],
  random: () => number,
): Balancer<H> {
  const uneven = warmup !== null || hosts.some((host) => host.weight() !== hosts[0].weight());
  switch (kind) {
    case 'random':
      return randomBalancer(hosts, random);
    case 'ring-hash':
      return ringHash(hosts, ringSize);
    case 'maglev':
      return maglev(hosts, tableSize);
    case 'round-robin':
      return uneven ? weightedTurns(hosts, random, false) : roundRobin(hosts, random);
    case 'least-request':
      return uneven ? weightedTurns(hosts, random, true) : powerOfTwo(hosts, random);
  }
}
