import { sameItems } from '../text/index.ts';

/** Whether two plain values say the same. Absent and undefined members count as equal. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, n) => sameValue(item, b[n]))
    );
  }
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) =>
    sameValue(one[key], other[key]),
  );
}

/** The items with each replaced by the one before that says the same, so that what did not change keeps its identity. */
export function keepSame<T>(
  items: readonly T[],
  before: readonly T[],
  idOf: (item: T) => string,
): readonly T[] {
  if (sameItems(items, before)) return before;
  const isBefore = new Set(before);
  if (items.every((item) => isBefore.has(item))) return items;
  const known = new Map(before.map((item) => [idOf(item), item]));
  const kept = items.map((item) => {
    if (isBefore.has(item)) return item;
    const old = known.get(idOf(item));
    return old !== undefined && sameValue(old, item) ? old : item;
  });
  return sameItems(kept, before) ? before : kept;
}
