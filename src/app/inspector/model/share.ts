import type { YamlMap, YamlValue } from '../../../yaml/index.ts';
import { isMap } from './path.ts';

/**
 * `after`, but with every part that equals a part of `before` being that very part.
 * A document is read anew at each keystroke; this is what lets memoised fields sleep through the keystrokes of others.
 */
export function share(before: YamlValue | undefined, after: YamlValue): YamlValue {
  if (Object.is(before, after)) return after;
  if (Array.isArray(before) && Array.isArray(after)) return shareList(before, after);
  if (isMap(before) && isMap(after)) return shareMap(before, after);
  return after;
}

function shareMap(before: YamlMap, after: YamlMap): YamlMap {
  const keys = Object.keys(after);
  const earlier = Object.keys(before);
  let same = keys.length === earlier.length && keys.every((key, index) => key === earlier[index]);
  const shared = keys.map((key): [string, YamlValue] => {
    const then = Object.hasOwn(before, key) ? before[key] : undefined;
    const value = share(then, after[key] as YamlValue);
    same &&= Object.is(value, then);
    return [key, value];
  });
  // `fromEntries` defines own properties, so a key such as `__proto__` stays a key.
  return same ? before : Object.fromEntries(shared);
}

function shareList(before: readonly YamlValue[], after: readonly YamlValue[]): YamlValue[] {
  const shared: YamlValue[] = after.map((value) => value);
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && take(head, head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && take(before.length - 1 - tail, after.length - 1 - tail)) tail += 1;
  const spare = new Set<number>();
  for (let index = head; index < before.length - tail; index += 1) spare.add(index);
  for (let index = head; index < after.length - tail; index += 1) {
    const moved = [...spare].find((candidate) => take(candidate, index));
    if (moved === undefined) shared[index] = share(before[index], after[index] as YamlValue);
    else spare.delete(moved);
  }
  return head === before.length && head === after.length ? (before as YamlValue[]) : shared;

  /** Puts the earlier item in place of the later one if they are equal. */
  function take(from: number, to: number): boolean {
    const earlier = before[from] as YamlValue;
    if (!Object.is(share(earlier, after[to] as YamlValue), earlier)) return false;
    shared[to] = earlier;
    return true;
  }
}
