import { anyHash, remainder, type Hash } from './balancers/hash.ts';
import { isHashing } from './balancers/make.ts';
import type { Streamed } from './connection-pool.ts';
import { levelsOf, type Level } from './levels.ts';
import { Limits } from './limits.ts';
import { OutlierDetector, type OutlierEvents } from './outlier.ts';
import type { ClusterPlan } from './plan.ts';
import type { Upstream } from './upstream.ts';

const NO_HASH: Hash = { high: 0, low: 0 };

/** A cluster as one sidecar has it: its limits, who is ejected, and who is next. */
export class ClusterState<R extends Streamed<R>> {
  readonly plan: ClusterPlan;
  /** Among the clusters of the plan. */
  readonly index: number;
  readonly hosts: readonly Upstream<R>[];
  readonly limits: Limits;
  readonly outlier: OutlierDetector<Upstream<R>> | null;
  readonly #random: () => number;
  readonly #hashes: boolean;
  #levels: readonly Level<Upstream<R>>[] | null = null;
  /** For tries that leave the priorities that were tried. */
  readonly #without = new Map<string, readonly Level<Upstream<R>>[]>();

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
    this.#hashes = isHashing(plan.balancer);
    this.outlier = plan.outlier && new OutlierDetector(plan.outlier, hosts, events);
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

  #now(without?: ReadonlySet<number>): readonly Level<Upstream<R>>[] {
    if (!without?.size) return (this.#levels ??= levelsOf(this.plan, this.hosts, this.#random));
    const key = [...without].sort((a, b) => a - b).join();
    let levels = this.#without.get(key);
    if (!levels) {
      levels = levelsOf(this.plan, this.hosts, this.#random, without);
      // Where all priorities were tried, all are open again.
      if (levels.every(({ load, choose }) => !load || !choose)) levels = this.#now();
      this.#without.set(key, levels);
    }
    return levels;
  }

  /** What a request is hashed by: without a key, as good as nothing. */
  hash(key: Hash | null): Hash {
    if (!this.#hashes) return NO_HASH;
    return key ?? anyHash(this.#random);
  }

  /**
   * Who gets the next request; undefined where nobody can. By hash, the priority depends on the hash as well, and the priorities
   * that were tried are not left.
   */
  choose(hash: Hash, attempt = 0, without?: ReadonlySet<number>): Upstream<R> | undefined {
    const levels = this.#now(this.#hashes ? undefined : without);
    if (levels.length === 1) return levels[0]?.choose?.(hash, attempt);
    let point = this.#hashes ? remainder(hash, 100) : this.#random() * 100;
    const level = levels.find(({ load }) => (point -= load) < 0) ?? levels[0];
    return level?.choose?.(hash, attempt);
  }
}
