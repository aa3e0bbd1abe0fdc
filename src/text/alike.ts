/**
 * How many items two lists share at their starts. Compared by identity without a look at the items themselves, as `===`
 * would take: of tens of thousands that lie all over the memory, that is what costs.
 */
export function alikeAtStart(a: readonly unknown[], b: readonly unknown[], from = 0): number {
  const most = Math.min(a.length, b.length);
  let at = from;
  while (at < most && Object.is(a[at], b[at])) at++;
  return at;
}

/** How many items two lists share at their ends, not counting the first `start`. */
export function alikeAtEnd(a: readonly unknown[], b: readonly unknown[], start = 0): number {
  const most = Math.min(a.length, b.length) - start;
  let count = 0;
  while (count < most && Object.is(a[a.length - 1 - count], b[b.length - 1 - count])) count++;
  return count;
}

/** Whether two lists hold the very same items. */
export const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a === b || (a.length === b.length && alikeAtStart(a, b) === a.length);
