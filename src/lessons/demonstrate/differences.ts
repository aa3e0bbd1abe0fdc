import { asMap } from '../../istio/index.ts';
import { equalValues, type Path, type YamlValue } from '../../yaml/index.ts';

/** One place at which two values differ. */
export interface Difference {
  readonly path: Path;
  /** Undefined where nothing was, or nothing is left. */
  readonly before: YamlValue | undefined;
  readonly after: YamlValue | undefined;
}

/** Where two values differ, as far in as they have the same shape. */
export function differencesOf(
  before: YamlValue | undefined,
  after: YamlValue | undefined,
  path: Path = [],
): readonly Difference[] {
  if (equalValues(before, after)) return [];
  const [old, fresh] = [asMap(before), asMap(after)];
  if (old && fresh)
    return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].flatMap((key) =>
      differencesOf(old[key], fresh[key], [...path, key]),
    );
  if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after, path);
  return [{ path, before, after }];
}

/** Items that came or went between those that stayed; of lists of one length, item by item. */
function ofLists(before: YamlValue[], after: YamlValue[], path: Path): readonly Difference[] {
  if (before.length === after.length)
    return before.flatMap((item, index) => differencesOf(item, after[index], [...path, index]));
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && equalValues(before[head], after[head])) head++;
  let tail = 0;
  while (tail < shorter - head && equalValues(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  const [old, fresh] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  return Array.from({ length: Math.max(old.length, fresh.length) }, (_, index) => ({
    path: [...path, head + index],
    before: old[index],
    after: fresh[index],
  }));
}
