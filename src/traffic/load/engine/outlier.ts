import type { OutlierPlan } from './plan.ts';

/** Which count led to an ejection. */
export type EjectionCause =
  'consecutive5xxErrors' | 'consecutiveGatewayErrors' | 'consecutiveLocalOriginFailures';

/** What outlier detection keeps of a host. */
export interface Watched {
  ejected: boolean;
  errors5xx: number;
  gatewayErrors: number;
  localErrors: number;
  /** By how many base ejection times it is out; goes down by one in each interval that it is not. */
  backoff: number;
  ejectedAt: number;
  /** Not an endpoint at present. */
  away: boolean;
}

export const watched = (): Watched => ({
  ejected: false,
  errors5xx: 0,
  gatewayErrors: 0,
  localErrors: 0,
  backoff: 0,
  ejectedAt: 0,
  away: false,
});

export interface OutlierEvents<H> {
  ejected(host: H, cause: EjectionCause): void;
  /** It was its turn, but `maxEjectionPercent` kept it. */
  kept(host: H, cause: EjectionCause): void;
  returned(host: H): void;
}

/**
 * One sidecar's outlier detection of one cluster.
 * https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/outlier
 */
export class OutlierDetector<H extends Watched> {
  readonly #plan: OutlierPlan;
  readonly #hosts: readonly H[];
  readonly #events: OutlierEvents<H>;
  #ejected = 0;

  constructor(plan: OutlierPlan, hosts: readonly H[], events: OutlierEvents<H>) {
    this.#plan = plan;
    this.#hosts = hosts;
    this.#events = events;
  }

  /** The destination answered. Of statuses that are said to be errors, those below 500 count as 500; all others are none. */
  answered(host: H, status: number, now: number): void {
    const { errorCodes } = this.#plan;
    if (!errorCodes) this.#counted(host, status, now);
    else this.#counted(host, errorCodes.has(status) ? Math.max(500, status) : 200, now);
  }

  #counted(host: H, status: number, now: number): void {
    if (status < 500) {
      host.errors5xx = 0;
      host.gatewayErrors = 0;
      return;
    }
    const { consecutive5xx, consecutiveGateway } = this.#plan;
    if (status >= 502 && status <= 504) {
      if (++host.gatewayErrors === consecutiveGateway) this.#eject(host, 'consecutiveGatewayErrors', now);
    } else host.gatewayErrors = 0;
    if (++host.errors5xx === consecutive5xx) this.#eject(host, 'consecutive5xxErrors', now);
  }

  /** No answer came: no connection, broken off, or too late. Without the split it counts as an answer of this status. */
  failed(host: H, as: 503 | 504, now: number): void {
    if (!this.#plan.split) return this.#counted(host, as, now);
    if (++host.localErrors === this.#plan.consecutiveLocalOrigin)
      this.#eject(host, 'consecutiveLocalOriginFailures', now);
  }

  /** A connection was there for a request. */
  connected(host: H): void {
    host.localErrors = 0;
  }

  #eject(host: H, cause: EjectionCause, now: number): void {
    // Answers that were under way when it was ejected change nothing.
    if (host.ejected) return;
    // The count begins anew, whether the host goes or stays.
    if (cause === 'consecutive5xxErrors') host.errors5xx = 0;
    else if (cause === 'consecutiveGatewayErrors') host.gatewayErrors = 0;
    else host.localErrors = 0;
    const { maxEjectionPercent, maxEjectionTime, baseEjectionTime } = this.#plan;
    const all = this.#hosts.reduce((count, { away }) => count + (away ? 0 : 1), 0);
    if ((100 * (this.#ejected + 1)) / all > maxEjectionPercent) return this.#events.kept(host, cause);
    this.#ejected++;
    host.ejected = true;
    host.ejectedAt = now;
    if (host.backoff * baseEjectionTime < maxEjectionTime + baseEjectionTime) host.backoff++;
    this.#events.ejected(host, cause);
  }

  /** How long a host that is ejected is out. */
  ejectionTime(host: H): number {
    return Math.min(this.#plan.baseEjectionTime * host.backoff, this.#plan.maxEjectionTime);
  }

  /** What happens every `interval`: hosts whose time is over return. They do at no other time. */
  sweep(now: number): void {
    for (const host of this.#hosts) {
      if (!host.ejected) {
        if (host.backoff > 0) host.backoff--;
      } else if (this.ejectionTime(host) <= now - host.ejectedAt) this.#return(host);
    }
  }

  /** A host that is no endpoint any more is not watched any more. */
  forget(host: H): void {
    if (host.ejected) this.#return(host);
    host.backoff = 0;
  }

  #return(host: H): void {
    this.#ejected--;
    host.ejected = false;
    host.errors5xx = 0;
    host.gatewayErrors = 0;
    host.localErrors = 0;
    this.#events.returned(host);
  }
}
