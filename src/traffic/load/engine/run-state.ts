import { randomFrom } from '../../many/random.ts';
import { EventQueue } from './event-queue.ts';
import type { LoadPlan } from './plan.ts';
import { LoadRecorder } from './recorder.ts';

/** What all parts of a run share: its plan, its time, what is to happen, its draws, and what is taken down. */
export class RunState {
  readonly plan: LoadPlan;
  readonly recorder: LoadRecorder;
  readonly queue = new EventQueue();
  /** Milliseconds that are behind it. */
  now = 0;
  // Draws of their own: another policy must not change when requests come, and how long answers take.
  readonly arrivals: () => number;
  readonly answers: () => number;
  readonly choices: () => number;

  constructor(plan: LoadPlan) {
    this.plan = plan;
    this.recorder = new LoadRecorder(plan);
    this.arrivals = randomFrom(plan.seed);
    this.answers = randomFrom(plan.seed ^ 0x5bd1e995);
    this.choices = randomFrom(plan.seed ^ 0x2545f491);
  }

  /** Whether something with a probability of so many percent happens; what is certain takes no draw. */
  happens(percent: number): boolean {
    return percent >= 100 || this.choices() * 100 < percent;
  }
}
