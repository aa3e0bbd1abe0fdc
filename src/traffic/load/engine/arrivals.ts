import type { ArrivalPlan } from './plan.ts';

/** Requests a second at a time. */
export function rateAt({ phases }: ArrivalPlan, time: number): number {
  let rate = 0;
  for (const phase of phases) {
    if (phase.at > time) break;
    const along = phase.ramp ? Math.min(1, (time - phase.at) / phase.ramp) : 1;
    rate += (phase.rate - rate) * along;
  }
  return rate;
}

/**
 * When the next request is sent: after as long as the rate says, even or at random. Where the rate changes meanwhile, what is
 * left of the wait is stretched or cut with it. Infinity where none comes any more.
 */
export function arrivals(plan: ArrivalPlan, random: () => number): (now: number) => number {
  const { phases, spread } = plan;
  const turns = phases.flatMap(({ at, ramp }) => [at, at + ramp]).sort((a, b) => a - b);
  const onRamp = (time: number): boolean => phases.some(({ at, ramp }) => time >= at && time < at + ramp);
  // Time only goes on, so that turns behind it are never looked at again.
  let next = 0;
  let rate = 0;
  let ramping = false;
  const turnAt = (time: number): number => {
    const before = next;
    while ((turns[next] ?? Infinity) <= time) next++;
    if (next !== before || ramping) {
      rate = rateAt(plan, time) / 1000;
      ramping = onRamp(time);
    }
    return turns[next] ?? Infinity;
  };
  return (now) => {
    let left = spread === 'even' ? 1 : -Math.log(1 - random());
    let time = now;
    for (;;) {
      const turn = turnAt(time);
      // On a ramp the rate is taken anew every so often.
      const until = ramping ? Math.min(turn, time + 10) : turn;
      if (rate > 0 && time + left / rate <= until) return time + left / rate;
      if (until === Infinity) return Infinity;
      left -= (until - time) * rate;
      time = until;
    }
  };
}
