import { arrivals } from './arrivals.ts';
import { hashOfText, type Hash } from './balancers/hash.ts';
import { Sent } from './request.ts';
import type { RunState } from './run-state.ts';

/** What a client needs between two requests, where nothing but its answers holds it up. */
const TURNAROUND = 1;

/** Who sends: when a request comes, from which sidecar, and by which key it is hashed. */
export class Clients {
  readonly #state: RunState;
  readonly #send: (request: Sent) => void;
  /** Each sends as soon as it has its answer, at no rate. */
  readonly #closed: boolean;
  readonly #arrivalAfter: (now: number) => number;
  readonly #keys: readonly Hash[];
  #free: number;
  #backlog = 0;
  #turn = 0;
  /** When the next request comes by itself. */
  next: number;

  constructor(state: RunState, send: (request: Sent) => void) {
    this.#state = state;
    this.#send = send;
    const { callers, arrivals: plan } = state.plan;
    this.#keys = Array.from({ length: plan.keys === 'caller' ? callers : plan.keys }, (_, key) =>
      hashOfText(plan.keyValue ?? `key-${key}`),
    );
    this.#free = plan.concurrency;
    this.#closed = plan.phases.some(({ rate }) => rate === Infinity);
    this.#arrivalAfter = arrivals(plan, state.arrivals);
    this.next = this.#closed ? Infinity : this.#arrivalAfter(0);
    if (this.#closed)
      for (let client = 0; client < this.#free; client++) state.queue.plan(0, () => this.#arrive());
  }

  /** The next request is there: it is sent, or waits for a client that is free. */
  come(): void {
    this.next = this.#arrivalAfter(this.#state.now);
    if (this.#free > 0) this.#arrive();
    else this.#backlog++;
  }

  #arrive(): void {
    const { recorder, now, plan } = this.#state;
    if (this.#free !== Infinity) this.#free--;
    const turn = this.#turn++;
    const caller = turn % plan.callers;
    const worker = Math.floor(turn / plan.callers) % (plan.workers ?? 1);
    const request = new Sent(caller, worker, now, this.#key(caller), false);
    recorder.arrived(now);
    this.#send(request);
  }

  #key(caller: number): Hash | null {
    const keys = this.#keys;
    if (!keys.length) return null;
    const { arrivals: draw, plan } = this.#state;
    return keys[plan.arrivals.keys === 'caller' ? caller : Math.floor(draw() * keys.length)] ?? null;
  }

  /** A client has its answer. */
  freed(): void {
    if (this.#free === Infinity) return;
    const { queue, now } = this.#state;
    this.#free++;
    if (this.#closed) queue.plan(now + TURNAROUND, () => this.#arrive());
    else if (this.#backlog) {
      this.#backlog--;
      this.#free--;
      queue.plan(now, () => {
        this.#free++;
        this.#arrive();
      });
    }
  }
}
