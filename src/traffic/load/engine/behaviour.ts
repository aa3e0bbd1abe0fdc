import { drawLatency } from './latency.ts';
import type { BehaviourPlan, LatencyPlan, Trouble } from './plan.ts';

/** How an endpoint behaves at a time. */
export interface Behaves {
  readonly latency: LatencyPlan;
  readonly errors: number;
  readonly errorStatus: number;
  readonly does: Trouble | undefined;
}

/** The server behind a host: the same for all sidecars that send to it. */
export class Server {
  readonly plan: BehaviourPlan;
  /** When its behaviour changes, soonest first. */
  readonly changes: readonly number[];
  #now: Behaves;
  /** Until when each of the requests that are worked on at once is worked on. */
  readonly #busy: Float64Array;

  constructor(plan: BehaviourPlan) {
    this.plan = plan;
    this.changes = [...new Set(plan.script.flatMap(({ from, to }) => [from, to]))]
      .filter((time) => time > 0 && time < Infinity)
      .sort((a, b) => a - b);
    this.#busy = new Float64Array(plan.concurrency === Infinity ? 0 : plan.concurrency);
    this.#now = this.#at(0);
  }

  get behaves(): Behaves {
    return this.#now;
  }

  /** Takes on what the script says of a time. Of items that overlap, the later in the list counts. */
  change(now: number): void {
    this.#now = this.#at(now);
  }

  #at(now: number): Behaves {
    let { latency, errors, errorStatus } = this.plan;
    let does: Trouble | undefined;
    for (const item of this.plan.script) {
      if (now < item.from || now >= item.to) continue;
      latency = item.latency ?? latency;
      errors = item.errors ?? errors;
      errorStatus = item.errorStatus ?? errorStatus;
      does = item.does ?? does;
    }
    return { latency, errors, errorStatus, does };
  }

  /** When the answer to a request that arrives now is there: the server works on so many at once, first come, first served. */
  answersAt(now: number, random: () => number): number {
    const takes = drawLatency(this.#now.latency, random);
    const busy = this.#busy;
    if (!busy.length) return now + takes;
    let soonest = 0;
    let free = busy[0] ?? 0;
    for (let each = 1; each < busy.length && free > now; each++) {
      const until = busy[each] ?? 0;
      if (until < free) {
        free = until;
        soonest = each;
      }
    }
    const done = Math.max(now, free) + takes;
    busy[soonest] = done;
    return done;
  }
}
