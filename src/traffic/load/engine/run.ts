import { Clients } from './clients.ts';
import { Filters } from './filters.ts';
import type { Fleet } from './fleet.ts';
import { measure } from './measure.ts';
import type { LoadPlan } from './plan.ts';
import type { LoadRecorder } from './recorder.ts';
import { Router } from './router.ts';
import { RunState } from './run-state.ts';
import { TcpProxy } from './tcp-proxy.ts';

/** What there is of a run at a moment. */
export interface LoadRun {
  readonly plan: LoadPlan;
  readonly recorder: LoadRecorder;
  /** Milliseconds that are behind it. */
  readonly now: number;
  readonly done: boolean;
  /** Goes on to a time, at most to the end. */
  advance(until: number): void;
}

/** Begins a run: the same plan gives the same run. */
export const startRun = (plan: LoadPlan): LoadRun => new Run(plan);

/** The loop of time: of requests that come, requests that are late, events and measurements the soonest is next. */
class Run implements LoadRun {
  readonly #state: RunState;
  readonly #clients: Clients;
  /** Of HTTP; null where connections are passed on as they are. */
  readonly #router: Router | null;
  readonly #fleet: Fleet;
  #nextSlice = 0;

  constructor(plan: LoadPlan) {
    this.#state = new RunState(plan);
    const freed = () => this.#clients.freed();
    const router = plan.tcp ? null : new Router(this.#state, freed);
    const proxy = router ?? new TcpProxy(this.#state, freed);
    const first = proxy instanceof TcpProxy ? proxy : new Filters(this.#state, proxy);
    this.#router = router;
    this.#fleet = proxy.fleet;
    this.#clients = new Clients(this.#state, (request) => first.take(request));
  }

  get plan(): LoadPlan {
    return this.#state.plan;
  }

  get recorder(): LoadRecorder {
    return this.#state.recorder;
  }

  get now(): number {
    return this.#state.now;
  }

  get done(): boolean {
    return this.now >= this.plan.duration;
  }

  advance(until: number): void {
    const state = this.#state;
    const { queue, plan } = state;
    const end = Math.min(until, plan.duration);
    for (;;) {
      const slice = (this.#nextSlice + 1) * plan.bucket;
      const late = this.#router?.deadlines.next;
      const lateAt = late?.deadline ?? Infinity;
      const arrivesAt = this.#clients.next;
      const next = Math.min(queue.next, arrivesAt, lateAt);
      if (slice <= next && slice <= end) {
        state.now = slice;
        this.#measure();
      } else if (next >= end) break;
      else if (late && lateAt <= next) {
        state.now = lateAt;
        this.#router?.tooLate(late);
      } else if (arrivesAt <= queue.next) {
        state.now = arrivesAt;
        this.#clients.come();
      } else {
        const event = queue.take();
        if (!event) break;
        state.now = event.time;
        event.run();
      }
    }
    state.now = end;
    if (this.done && this.#nextSlice < this.recorder.slices) this.#measure();
  }

  #measure(): void {
    measure(this.recorder, this.#nextSlice++, this.#fleet.clusters, this.now);
  }
}
