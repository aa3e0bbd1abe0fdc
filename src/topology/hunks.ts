import { alikeAtStart } from '../text/index.ts';

/** A place where two lists differ: what stood there, and what stands there now. */
export interface Hunk<T> {
  readonly was: readonly T[];
  readonly is: readonly T[];
}

/** So far it is looked for where two lists go on alike. */
const REACH = 200;

/**
 * What is different between two lists of objects, in order; null where they have too little in common to say. What moved
 * is in one hunk as it went, and in another as it came.
 */
export function hunksOf<T>(before: readonly T[], after: readonly T[]): readonly Hunk<T>[] | null {
  const found: Hunk<T>[] = [];
  if (before === after) return found;
  let [from, to] = [0, 0];
  while (from < before.length || to < after.length) {
    if (from === to) from = to = alikeAtStart(before, after, from);
    else
      while (from < before.length && to < after.length && Object.is(before[from], after[to]))
        [from, to] = [from + 1, to + 1];
    if (from === before.length && to === after.length) break;
    const next = meeting(before, from, after, to);
    if (!next) return null;
    found.push({ was: before.slice(from, next.from), is: after.slice(to, next.to) });
    ({ from, to } = next);
  }
  return found;
}

/** Where two lists go on alike, or end. */
function meeting<T>(
  before: readonly T[],
  from: number,
  after: readonly T[],
  to: number,
): { readonly from: number; readonly to: number } | undefined {
  const ahead = new Map(before.slice(from, from + REACH).map((item, n) => [item, from + n]));
  for (const [n, item] of after.slice(to, to + REACH).entries()) {
    const at = ahead.get(item);
    if (at !== undefined) return { from: at, to: to + n };
  }
  const ends = before.length - from <= REACH && after.length - to <= REACH;
  return ends ? { from: before.length, to: after.length } : undefined;
}
