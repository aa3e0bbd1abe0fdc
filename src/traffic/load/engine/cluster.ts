import type { Balancer } from './balancers/balancer.ts';
import { balancerFor } from './balancers/make.ts';
import type { Streamed } from './connection-pool.ts';
import { Limits } from './limits.ts';
import { OutlierDetector, type OutlierEvents } from './outlier.ts';
import type { ClusterPlan } from './plan.ts';
import { localityShare, priorityShares } from './priorities.ts';
import type { Upstream } from './upstream.ts';

interface Group<H extends Upstream<R>, R extends Streamed<R>> {
  readonly share: number;
  readonly balancer: Balancer<H>;
}

interface Level<H extends Upstream<R>, R extends Streamed<R>> {
  readonly load: number;
  readonly panic: boolean;
  readonly whole: number;
  readonly groups: readonly Group<H, R>[];
}

const isSome = <T>(items: readonly T[]): items is readonly [T, ...T[]] => items.length > 0;

/** A cluster as one sidecar has it: its limits, who is ejected, and who is next. */
export class ClusterState<R extends Streamed<R>> {
  readonly plan: ClusterPlan;
  /** Among the clusters of the plan. */
  readonly index: number;
  readonly hosts: readonly Upstream<R>[];
  readonly limits: Limits;
  readonly outlier: OutlierDetector<Upstream<R>> | null;
  readonly #random: () => number;
  readonly #priorities: number;
  #levels: readonly Level<Upstream<R>, R>[] | null = null;
  /** For tries that leave the priorities that were tried. */
  readonly #without = new Map<string, readonly Level<Upstream<R>, R>[]>();

  constructor(
    plan: ClusterPlan,
    index: number,
    hosts: readonly Upstream<R>[],
    random: () => number,
    events: OutlierEvents<Upstream<R>>,
  ) {
    this.plan = plan;
    this.index = index;
    this.hosts = hosts;
    this.limits = new Limits(plan.pool);
    this.#random = random;
    this.outlier = plan.outlier && new OutlierDetector(plan.outlier, hosts, events);
    this.#priorities = Math.max(0, ...hosts.map((host) => host.plan.priority)) + 1;
  }

  /** Someone became healthy, unhealthy, an endpoint or none. */
  changed(): void {
    this.#levels = null;
    this.#without.clear();
  }

  /** Whether a priority sends to all, healthy or not. */
  get panics(): boolean {
    return this.#now().some(({ panic, load }) => panic && load > 0);
  }

  #now(without?: ReadonlySet<number>): readonly Level<Upstream<R>, R>[] {
    if (!without?.size) return (this.#levels ??= this.#made());
    const key = [...without].sort((a, b) => a - b).join();
    const known = this.#without.get(key);
    if (known) return known;
    const made = this.#made(without);
    this.#without.set(key, made);
    return made;
  }

  #made(without?: ReadonlySet<number>): readonly Level<Upstream<R>, R>[] {
    const there = this.hosts.filter(({ away }) => !away);
    const levels = Array.from({ length: this.#priorities }, (_, priority) =>
      there.filter(({ plan }) => plan.priority === priority),
    );
    const { loads, panic } = priorityShares(
      levels.map((hosts, priority) => ({
        hosts: hosts.length,
        healthy: without?.has(priority) ? 0 : hosts.filter(({ ejected }) => !ejected).length,
      })),
      this.plan.panicThreshold,
    );
    return levels.map((hosts, priority) => {
      const groups = this.#groups(hosts, panic[priority] ?? false);
      return {
        load: loads[priority] ?? 0,
        panic: panic[priority] ?? false,
        whole: groups.reduce((sum, { share }) => sum + share, 0),
        groups,
      };
    });
  }

  #groups(hosts: readonly Upstream<R>[], panic: boolean): readonly Group<Upstream<R>, R>[] {
    const localities = this.plan.localityWeighted ? byLocality(hosts) : null;
    const groups = localities ?? [hosts];
    return groups.flatMap((members) => {
      const able = panic ? members : members.filter(({ ejected }) => !ejected);
      if (!isSome(able)) return [];
      const weight = able[0].plan.localityWeight;
      return [
        {
          share: localities ? localityShare(weight, able.length, members.length) : 1,
          balancer: balancerFor(this.plan.balancer, able, this.#random),
        },
      ];
    });
  }

  /** Who gets the next request; undefined where nobody can. */
  choose(hash: number, without?: ReadonlySet<number>): Upstream<R> | undefined {
    let levels = this.#now(without);
    // Where all priorities were tried, all are open again.
    if (without?.size && levels.every(({ load, groups }) => !load || !groups.length)) levels = this.#now();
    let point = levels.length === 1 ? 0 : this.#random() * 100;
    const level = levels.find(({ load }) => (point -= load) < 0) ?? levels[0];
    if (!level?.groups.length) return undefined;
    let place = level.groups.length === 1 ? 0 : this.#random() * level.whole;
    const group = level.groups.find(({ share }) => (place -= share) < 0) ?? level.groups[0];
    return group?.balancer(hash);
  }
}

function byLocality<R extends Streamed<R>>(
  hosts: readonly Upstream<R>[],
): readonly (readonly Upstream<R>[])[] {
  const groups = new Map<string, Upstream<R>[]>();
  for (const host of hosts) {
    const group = groups.get(host.plan.locality);
    if (group) group.push(host);
    else groups.set(host.plan.locality, [host]);
  }
  return [...groups.values()];
}
