import type { Path, YamlMap, YamlValue } from '../../yaml/index.ts';

/** A value of a resource that is another one, came or went. */
export interface FieldChange {
  readonly path: Path;
  /** Undefined for what was not there. */
  readonly before: YamlValue | undefined;
  /** Undefined for what is gone. */
  readonly after: YamlValue | undefined;
}

/** What the cluster writes into an object, and nobody means. */
const WRITTEN_BY_CLUSTER: ReadonlySet<string> = new Set(['status']);

/** Where two objects differ, each as deep as the difference stands. An item put into a list is one difference, not one for each that follows. */
export const changedFields = (before: YamlMap, after: YamlMap): readonly FieldChange[] =>
  compareMaps(before, after, []).filter(({ path: [first] }) => !WRITTEN_BY_CLUSTER.has(String(first)));

const isMap = (value: YamlValue | undefined): value is YamlMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: YamlValue | undefined): value is YamlValue[] => Array.isArray(value);

function compare(
  before: YamlValue | undefined,
  after: YamlValue | undefined,
  path: Path,
): readonly FieldChange[] {
  if (before === after) return [];
  if (isMap(before) && isMap(after)) return compareMaps(before, after, path);
  if (isList(before) && isList(after)) return compareLists(before, after, path);
  return [{ path, before, after }];
}

const compareMaps = (before: YamlMap, after: YamlMap, path: Path): readonly FieldChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
    compare(before[name], after[name], [...path, name]),
  );

function compareLists(
  before: readonly YamlValue[],
  after: readonly YamlValue[],
  path: Path,
): readonly FieldChange[] {
  const same = (one: YamlValue | undefined, other: YamlValue | undefined): boolean =>
    compare(one, other, []).length === 0;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && same(before[start], after[start])) start++;
  let end = 0;
  while (end < shorter - start && same(before.at(-1 - end), after.at(-1 - end))) end++;
  const [left, come] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  return Array.from({ length: Math.max(left.length, come.length) }, (_, index) =>
    compare(left[index], come[index], [...path, start + index]),
  ).flat();
}
