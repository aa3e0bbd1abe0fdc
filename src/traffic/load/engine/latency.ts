import type { LatencyPlan } from './plan.ts';

/** The 99th percentile of the standard normal distribution. */
const Z99 = 2.326_347_874;

/** A length of time by a plan: log-normal, as answering times are, so that half lie below p50 and one of a hundred above p99. */
export function drawLatency(plan: LatencyPlan, random: () => number): number {
  if ('min' in plan) return plan.min + (plan.max - plan.min) * random();
  if (plan.p99 <= plan.p50 || plan.p50 <= 0) return plan.p50;
  // Box–Muller; 1 − u is never 0.
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return plan.p50 * Math.exp((Math.log(plan.p99 / plan.p50) / Z99) * normal);
}
