/** What is to happen at a time. */
export interface Happening {
  readonly time: number;
  readonly order: number;
  readonly run: () => void;
}

const before = (a: Happening, b: Happening): boolean =>
  a.time < b.time || (a.time === b.time && a.order < b.order);

/** What is to happen, soonest first; at the same time in the order in which it was planned, so that a seed gives one run. */
export class EventQueue {
  readonly #heap: Happening[] = [];
  #planned = 0;

  get size(): number {
    return this.#heap.length;
  }

  /** The time of the next event; Infinity without any. */
  get next(): number {
    return this.#heap[0]?.time ?? Infinity;
  }

  plan(time: number, run: () => void): void {
    if (time === Infinity) return;
    const heap = this.#heap;
    const event: Happening = { time, order: this.#planned++, run };
    let at = heap.length;
    heap.push(event);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = heap[above];
      if (!other || !before(event, other)) break;
      heap[at] = other;
      at = above;
    }
    heap[at] = event;
  }

  take(): Happening | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || first === last) return first;
    const { length } = heap;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      let smaller = heap[below];
      if (below >= length || !smaller) break;
      const right = heap[below + 1];
      if (right && below + 1 < length && before(right, smaller)) {
        below++;
        smaller = right;
      }
      if (!before(smaller, last)) break;
      heap[at] = smaller;
      at = below;
    }
    heap[at] = last;
    return first;
  }
}
