import type { YamlMap, YamlValue } from '../types.ts';
import type { DocumentEdit } from './edits.ts';
import { equalValues } from './equal.ts';

const isMap = (value: YamlValue | undefined): value is YamlMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function valueAt(value: YamlValue, path: readonly (string | number)[]): YamlValue | undefined {
  return path.reduce<YamlValue | undefined>((at, step) => {
    if (Array.isArray(at)) return typeof step === 'number' ? at[step] : undefined;
    return isMap(at) && Object.hasOwn(at, step) ? at[step as string] : undefined;
  }, value);
}

function partsOfMap(path: DocumentEdit['path'], old: YamlMap, value: YamlMap): DocumentEdit[] {
  const changed = Object.keys(value).filter(
    (key) => !Object.hasOwn(old, key) || !equalValues(old[key], value[key]),
  );
  const gone = Object.keys(old).filter((key) => !Object.hasOwn(value, key));
  return [
    ...changed.map((key): DocumentEdit => ({ kind: 'set', path: [...path, key], value: value[key] ?? null })),
    ...gone.map((key): DocumentEdit => ({ kind: 'remove', path: [...path, key] })),
  ];
}

function partsOfList(
  path: DocumentEdit['path'],
  old: readonly YamlValue[],
  value: readonly YamlValue[],
): DocumentEdit[] {
  const most = Math.min(old.length, value.length);
  let head = 0;
  while (head < most && equalValues(old[head], value[head])) head++;
  let tail = 0;
  while (tail < most - head && equalValues(old.at(-1 - tail), value.at(-1 - tail))) tail++;
  const both = most - tail;
  const edits: DocumentEdit[] = [];
  for (let index = head; index < both; index++) {
    edits.push({ kind: 'set', path: [...path, index], value: value[index] ?? null });
  }
  for (let index = both; index < value.length - tail; index++) {
    edits.push({ kind: 'insert', path, index, value: value[index] ?? null });
  }
  for (let index = old.length - tail - 1; index >= both; index--)
    edits.push({ kind: 'remove', path: [...path, index] });
  return edits;
}

/**
 * A map written over a map, or a list over a list, as changes to its parts; null for every other edit, and where nothing
 * of the old would stay.
 */
export function partsOf(document: YamlValue, edit: DocumentEdit): DocumentEdit[] | null {
  if (edit.kind !== 'set') return null;
  const old = valueAt(document, edit.path);
  const { path, value } = edit;
  if (isMap(old) && isMap(value) && Object.keys(value).some((key) => Object.hasOwn(old, key))) {
    return partsOfMap(path, old, value);
  }
  if (Array.isArray(old) && Array.isArray(value) && old.length && value.length)
    return partsOfList(path, old, value);
  return null;
}
