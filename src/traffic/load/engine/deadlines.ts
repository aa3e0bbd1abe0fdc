import type { Sent } from './request.ts';

/** All requests have the same timeout: who began first is late first, and needs no place in the queue of events. */
export class Deadlines {
  #waiting: Sent[] = [];
  #next = 0;

  add(request: Sent): void {
    this.#waiting.push(request);
  }

  /** Who is late next. */
  get next(): Sent | undefined {
    const waiting = this.#waiting;
    while (waiting[this.#next]?.ended) this.#next++;
    if (this.#next > 1000 && this.#next * 2 > waiting.length) {
      this.#waiting = waiting.slice(this.#next);
      this.#next = 0;
    }
    return this.#waiting[this.#next];
  }
}
