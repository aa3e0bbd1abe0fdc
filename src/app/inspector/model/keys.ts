/** The names under which React knows the items of a list, so that an open card stays open wherever its item goes. */
export interface ItemKeys {
  readonly items: readonly unknown[];
  /** One for each item, and one more for the item that would be appended next. */
  readonly keys: readonly number[];
  readonly next: number;
}

export const NO_KEYS: ItemKeys = { items: [], keys: [0], next: 1 };

/**
 * Names the items of a list after a change. Items that are the same object keep their name wherever they stand now;
 * of the others, one that stands where a vanished one stood takes its name (it was edited in place).
 * An appended item takes the name that was held ready, so that a card which was only offered becomes the written one.
 */
export function nameItems(before: ItemKeys, items: readonly unknown[]): ItemKeys {
  if (before.items === items) return before;
  const free = new Map<unknown, number[]>();
  before.items.forEach((item, index) => {
    const indexes = free.get(item);
    if (indexes) indexes.push(index);
    else free.set(item, [index]);
  });
  const keys: (number | undefined)[] = items.map(() => undefined);
  const taken = new Set<number>();
  const claim = (index: number, from: number) => {
    keys[index] = before.keys[from];
    taken.add(from);
  };
  // In place first: of two equal items, neither should seem to have moved.
  items.forEach((item, index) => {
    if (index < before.items.length && Object.is(item, before.items[index])) claim(index, index);
  });
  items.forEach((item, index) => {
    if (keys[index] !== undefined) return;
    const from = free.get(item)?.find((candidate) => !taken.has(candidate));
    if (from !== undefined) claim(index, from);
  });
  items.forEach((_, index) => {
    if (keys[index] === undefined && index < before.keys.length && !taken.has(index)) claim(index, index);
  });
  let next = before.next;
  const named = keys.map((key) => key ?? next++);
  const offered = before.items.length;
  const spare = items.length === offered && !taken.has(offered) ? before.keys[offered] : undefined;
  named.push(spare ?? next++);
  return { items, keys: named, next };
}
