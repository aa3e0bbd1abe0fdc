import type { Path, YamlMap, YamlValue } from '../../../yaml/index.ts';

export { valueAt } from '../../../istio/index.ts';
export { isWithin, samePath } from '../../../yaml/index.ts';

type Key = string | number;

const children = new WeakMap<Path, Map<Key, Path>>();

/**
 * The path one step deeper. The same object each time for the same parent and key, so that a path can be a
 * property of a memoised component.
 */
export function child(path: Path, key: Key): Path {
  let known = children.get(path);
  if (!known) children.set(path, (known = new Map()));
  let found = known.get(key);
  if (!found) known.set(key, (found = [...path, key]));
  return found;
}

export const ROOT: Path = [];

/** The stable object for a path that came from elsewhere. */
export function intern(path: Path): Path {
  return path.reduce<Path>(child, ROOT);
}

/** A string that is equal exactly for equal paths. */
export function pathKey(path: Path): string {
  return JSON.stringify(path);
}

export function isMap(value: YamlValue | undefined): value is YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One step into a value; undefined where there is nothing. Never reaches the prototype. */
export function stepInto(value: YamlValue | undefined, key: Key): YamlValue | undefined {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The innermost item of a list on the way to a path, deeper than `from`; null if there is none. */
export function enclosingItem(path: Path, from = 0): Path | null {
  const last = path.findLastIndex((step, index) => typeof step === 'number' && index >= from);
  return last < 0 ? null : path.slice(0, last + 1).reduce<Path>(child, ROOT);
}
