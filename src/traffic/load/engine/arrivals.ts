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
export function nextArrival(plan: ArrivalPlan, now: number, random: () => number): number {
  let left = plan.spread === 'even' ? 1 : -Math.log(1 - random());
  let time = now;
  for (;;) {
    const rate = rateAt(plan, time) / 1000;
    const turn = turnAfter(plan, time);
    // On a ramp the rate is taken anew every so often.
    const until = Math.min(turn, onRamp(plan, time) ? time + 10 : Infinity);
    if (rate > 0 && time + left / rate <= until) return time + left / rate;
    if (until === Infinity) return Infinity;
    left -= (until - time) * rate;
    time = until;
  }
}

const turnAfter = ({ phases }: ArrivalPlan, time: number): number =>
  Math.min(
    ...phases
      .flatMap(({ at, ramp }) => [at, at + ramp])
      .filter((each) => each > time)
      .concat(Infinity),
  );

const onRamp = ({ phases }: ArrivalPlan, time: number): boolean =>
  phases.some(({ at, ramp }) => time >= at && time < at + ramp);
