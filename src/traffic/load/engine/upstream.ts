import type { Server } from './behaviour.ts';
import type { ConnectionPool, Streamed } from './connection-pool.ts';
import { watched, type Watched } from './outlier.ts';
import type { BalancerPlan, HostPlan } from './plan.ts';
import type { Balanced } from './balancers/balancer.ts';

/** A host as one sidecar knows it. */
export class Upstream<R extends Streamed<R>> implements Watched, Balanced {
  readonly plan: HostPlan;
  readonly address: string;
  readonly index: number;
  readonly server: Server;
  /** Of each worker thread. */
  pools: readonly ConnectionPool<R>[] = [];
  active = 0;
  /** Connections of TCP that stand. */
  readonly sessions = new Set<R>();
  /** Since when it is an endpoint, for warming up. */
  since = 0;
  readonly #warmup: BalancerPlan['warmup'];
  readonly #clock: () => number;

  ejected: boolean;
  errors5xx: number;
  gatewayErrors: number;
  localErrors: number;
  backoff: number;
  ejectedAt: number;
  away: boolean;

  constructor(
    plan: HostPlan,
    index: number,
    server: Server,
    warmup: BalancerPlan['warmup'],
    clock: () => number,
  ) {
    this.plan = plan;
    this.address = plan.address;
    this.index = index;
    this.server = server;
    this.#warmup = warmup;
    this.#clock = clock;
    const fresh = watched();
    this.ejected = fresh.ejected;
    this.errors5xx = fresh.errors5xx;
    this.gatewayErrors = fresh.gatewayErrors;
    this.localErrors = fresh.localErrors;
    this.backoff = fresh.backoff;
    this.ejectedAt = fresh.ejectedAt;
    this.away = server.behaves.does === 'away';
  }

  drain(): void {
    for (const pool of this.pools) pool.drain();
  }

  warming(): boolean {
    return this.#warmup !== null && this.#clock() - this.since <= this.#warmup.duration;
  }

  /** https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/load_balancing/slow_start */
  weight(): number {
    const { weight } = this.plan;
    return this.#warmup ? weight * warmth(this.#warmup, this.#clock() - this.since) : weight;
  }
}

/** The share of its weight that a host has which has been there for a time. */
export function warmth(
  { duration, leastPercent, aggression }: NonNullable<BalancerPlan['warmup']>,
  age: number,
): number {
  if (age >= duration) return 1;
  return Math.max(leastPercent / 100, (Math.max(age, 1) / duration) ** (1 / aggression));
}
