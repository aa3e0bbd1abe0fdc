import { add } from './recorder.ts';
import { Sent } from './request.ts';
import type { Router } from './router.ts';
import type { RunState } from './run-state.ts';
import { weightedRoute } from './weighted-route.ts';

/** What comes before the router: the fault filter, the choice of a cluster, and copies for mirrors. */
export class Filters {
  readonly #state: RunState;
  readonly #router: Router;

  constructor(state: RunState, router: Router) {
    this.#state = state;
    this.#router = router;
  }

  /** A delay comes first, and is not part of the timeout: that begins in the router. */
  take(request: Sent): void {
    const { plan, queue, now } = this.#state;
    const { delay } = plan;
    if (delay && this.#state.choices() * 100 < delay.percent) {
      request.delayed = true;
      queue.plan(now + delay.length, () => this.#route(request));
    } else this.#route(request);
  }

  #route(request: Sent): void {
    const { abort, mirrors, timeout } = this.#state.plan;
    if (abort && this.#state.choices() * 100 < abort.percent)
      return this.#router.end(request, abort.status, ['FI'], abort.grpc);
    const cluster = this.#router.cluster(request.caller, weightedRoute(this.#state));
    if (!cluster) return this.#router.end(request, 503, ['NC']);
    // What no host can take, or a limit refuses at once, is not copied either.
    if (mirrors.length)
      request.hosted = () => {
        for (const mirror of mirrors)
          if (this.#state.happens(mirror.percent)) this.#copy(request, mirror.cluster);
      };
    this.#router.begin(request, cluster, timeout);
  }

  #copy(original: Sent, index: number): void {
    const { recorder, plan, now } = this.#state;
    const cluster = this.#router.cluster(original.caller, index);
    if (!cluster) return;
    const copy = new Sent(original.caller, original.worker, now, original.key, true);
    recorder.copiesInAll++;
    const series = recorder.clusters[index];
    if (series) add(series.copies, recorder.slice(now));
    this.#router.begin(copy, cluster, plan.timeout);
  }
}
