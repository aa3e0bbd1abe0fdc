import type { PoolPlan } from './plan.ts';

/** What one sidecar has under way to a cluster, all its hosts together, against the cluster's circuit breakers. */
export class Limits {
  readonly plan: PoolPlan;
  connections = 0;
  pending = 0;
  requests = 0;
  retries = 0;

  constructor(plan: PoolPlan) {
    this.plan = plan;
  }

  /** How many retries may be under way; of a budget, as many as the requests allow just now. */
  get maxRetries(): number {
    const { maxRetries, retryBudget } = this.plan;
    if (!retryBudget) return maxRetries;
    return Math.max(
      retryBudget.least,
      Math.floor((retryBudget.percent / 100) * (this.requests + this.pending)),
    );
  }
}
