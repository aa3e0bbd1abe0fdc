/** How much of long work is done. */
export interface WorkProgress {
  readonly done: number;
  readonly total: number;
}

/** Work done step by step, so that something else can be done in between, or the rest left; some steps tell how far it is. */
export type InSteps<T> = Generator<WorkProgress | void, T>;

/** Does all of it now. */
export function finished<T>(work: InSteps<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** So many of a list are looked at in one step. */
const AT_ONCE = 50;

/** `flatMap`, in steps. */
export function* flatMapInSteps<T, R>(items: readonly T[], of: (item: T) => Iterable<R>): InSteps<R[]> {
  const found: R[] = [];
  for (const [index, item] of items.entries()) {
    found.push(...of(item));
    if (index % AT_ONCE === AT_ONCE - 1) yield;
  }
  return found;
}
