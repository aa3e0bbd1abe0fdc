import type { Balanced, Balancer, HashBalancer, Share } from './balancers/balancer.ts';
import type { Hash } from './balancers/hash.ts';
import { balancerFor, hashBalancerFor, isHashing } from './balancers/make.ts';
import { weightedTurns } from './balancers/weighted.ts';
import type { ClusterPlan, HostPlan } from './plan.ts';
import { localityShare, priorityShares } from './priorities.ts';

/** A host of a cluster, as far as the choice among them goes. */
export interface Choosable extends Balanced {
  readonly plan: HostPlan;
  readonly ejected: boolean;
  readonly away: boolean;
}

/** A priority, with whom it sends to. */
export interface Level<H> {
  /** Percent of the requests. */
  readonly load: number;
  readonly panic: boolean;
  /** Undefined where nobody is there. */
  readonly choose: ((hash: Hash, attempt: number) => H) | undefined;
}

type Some<T> = readonly [T, ...T[]];
const isSome = <T>(items: readonly T[]): items is Some<T> => items.length > 0;

/** How requests are divided among the priorities of a cluster and the hosts of each, as things are now; `without` some priorities. */
export function levelsOf<H extends Choosable>(
  plan: ClusterPlan,
  hosts: readonly H[],
  random: () => number,
  without?: ReadonlySet<number>,
): readonly Level<H>[] {
  const there = hosts.filter(({ away }) => !away);
  const priorities = Math.max(0, ...hosts.map((host) => host.plan.priority)) + 1;
  const members = Array.from({ length: priorities }, (_, priority) =>
    there.filter((host) => host.plan.priority === priority),
  );
  const { loads, panic } = priorityShares(
    members.map((each, priority) => ({
      hosts: each.length,
      healthy: without?.has(priority) ? 0 : each.filter(({ ejected }) => !ejected).length,
    })),
    plan.panicThreshold,
  );
  return members.map((each, priority) => {
    const panics = panic[priority] ?? false;
    return { load: loads[priority] ?? 0, panic: panics, choose: choiceAmong(plan, each, panics, random) };
  });
}

function choiceAmong<H extends Choosable>(
  plan: ClusterPlan,
  members: readonly H[],
  panic: boolean,
  random: () => number,
): HashBalancer<H> | undefined {
  const localities = plan.localityWeighted ? byLocality(members) : null;
  const able = panic ? members : members.filter(({ ejected }) => !ejected);
  if (!isSome(able)) return undefined;
  if (isHashing(plan.balancer)) {
    const shares = localities ? sharesByLocality(localities, panic) : sharesOf(able, 1);
    return isSome(shares) ? hashBalancerFor(plan.balancer, shares) : undefined;
  }
  // In panic anybody gets requests, by no locality's weight.
  return localities && !panic
    ? byWeightOfLocality(plan, localities, random)
    : balancerFor(plan.balancer, able, random);
}

/** Localities in turn by their weights, less where too few of their hosts are healthy. */
function byWeightOfLocality<H extends Choosable>(
  plan: ClusterPlan,
  localities: readonly (readonly H[])[],
  random: () => number,
): Balancer<H> | undefined {
  const groups = localities.flatMap((all) => {
    const able = all.filter(({ ejected }) => !ejected);
    if (!isSome(able)) return [];
    const weight = localityShare(able[0].plan.localityWeight, able.length, all.length);
    return weight > 0 ? [{ weight, balancer: balancerFor(plan.balancer, able, random) }] : [];
  });
  if (!isSome(groups)) return undefined;
  if (groups.length === 1) return groups[0].balancer;
  const turns = weightedTurns(groups, ({ weight }) => weight, random);
  return () => turns().balancer();
}

function sharesOf<H extends Choosable>(hosts: readonly H[], whole: number): readonly Share<H>[] {
  const weights = hosts.reduce((sum, host) => sum + host.weight(), 0) || 1;
  return hosts.map((host) => ({ host, share: (whole * host.weight()) / weights }));
}

/** A hash ring takes the weights of localities as they are, healthy or not. */
function sharesByLocality<H extends Choosable>(
  localities: readonly (readonly H[])[],
  panic: boolean,
): readonly Share<H>[] {
  const weightOf = (locality: readonly H[]): number => locality[0]?.plan.localityWeight ?? 0;
  const whole = localities.reduce((sum, locality) => sum + weightOf(locality), 0) || 1;
  return localities.flatMap((locality) =>
    sharesOf(
      panic ? locality : locality.filter(({ ejected }) => !ejected),
      weightOf(locality) / whole,
    ).filter(({ share }) => share > 0),
  );
}

function byLocality<H extends Choosable>(hosts: readonly H[]): readonly (readonly H[])[] {
  const groups = new Map<string, H[]>();
  for (const host of hosts) {
    const group = groups.get(host.plan.locality);
    if (group) group.push(host);
    else groups.set(host.plan.locality, [host]);
  }
  return [...groups.values()];
}
