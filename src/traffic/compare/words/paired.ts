import { equalValues, type YamlValue } from '../../../yaml/index.ts';
import { longestRising } from '../longest-rising.ts';

/** An item of a list as it was and as it is; a side is missing where it came or went. */
export interface Pair {
  readonly before?: { readonly index: number; readonly value: YamlValue };
  readonly after?: { readonly index: number; readonly value: YamlValue };
  /** It stands before or after others than it did. */
  readonly moved: boolean;
}

/** What makes an item of a list the same one, whatever else is said of it. Undefined where it says nothing of the kind. */
export type Identity = (item: YamlValue) => YamlValue | undefined;

/**
 * Which item of a list became which: equal ones, then those that each identity calls the same, then, where `rest` says so,
 * one that is left on both sides. In the order of the list now, each that is gone before those that followed it.
 */
export function paired(
  before: readonly YamlValue[],
  after: readonly YamlValue[],
  identities: readonly Identity[],
  rest = true,
): readonly Pair[] {
  const became = new Map<number, number>();
  const free = new Set(before.keys());
  const claim = (same: (old: YamlValue, fresh: YamlValue) => boolean): void => {
    for (const [to, value] of after.entries()) {
      if (became.has(to)) continue;
      const from = [...free].find((index) => same(before[index] ?? null, value));
      if (from === undefined) continue;
      free.delete(from);
      became.set(to, from);
    }
  };
  claim(equalValues);
  for (const identity of identities)
    claim((old, fresh) => {
      const own = identity(old);
      return own !== undefined && equalValues(own, identity(fresh));
    });
  if (rest && free.size === 1 && became.size === after.length - 1) claim(() => true);
  const kept = [...became.keys()].toSorted((one, other) => one - other);
  const stayed = longestRising(kept.map((to) => became.get(to) ?? -1));
  const moved = new Set(kept.filter((_, place) => !stayed.has(place)));
  const pairs: Pair[] = after.map((value, index) => {
    const from = became.get(index);
    const fresh = { index, value };
    return from === undefined
      ? { after: fresh, moved: false }
      : { before: { index: from, value: before[from] ?? null }, after: fresh, moved: moved.has(index) };
  });
  for (const index of free) {
    const next = pairs.findIndex((pair) => (pair.before?.index ?? -1) > index);
    pairs.splice(next < 0 ? pairs.length : next, 0, {
      before: { index, value: before[index] ?? null },
      moved: false,
    });
  }
  return pairs;
}
