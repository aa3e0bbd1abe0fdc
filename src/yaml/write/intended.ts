import { RefusedError } from '../refused.ts';
import { formatPath } from '../path.ts';
import type { Path, YamlMap, YamlValue } from '../types.ts';
import type { DocumentEdit } from './edits.ts';

const isMap = (value: YamlValue | undefined): value is YamlMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `Object.fromEntries` makes own properties of every key, `__proto__` included. */
function withKey(map: YamlMap, key: string, value: YamlValue): YamlMap {
  return Object.fromEntries([...Object.entries(map).filter(([name]) => name !== key), [key, value]]);
}

function withoutKey(map: YamlMap, key: string): YamlMap {
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
}

const own = (map: YamlMap, key: string) => (Object.hasOwn(map, key) ? map[key] : undefined);

const counted = (items: number) => (items === 1 ? '1 item' : `${items} items`);

function wrongParent(path: Path, parent: YamlValue): RefusedError {
  const what = Array.isArray(parent) ? 'a list' : typeof parent === 'object' ? 'a map' : 'a single value';
  const at = formatPath(path.slice(0, -1)) || 'the document';
  return new RefusedError('wrong-parent', `${formatPath(path)} cannot be written: ${at} is ${what}.`);
}

/** `value` with `change` made to what stands at `path`; parents that are missing or null are made on the way when `make` is set. */
function changed(
  value: YamlValue | undefined,
  path: Path,
  depth: number,
  make: boolean,
  change: (value: YamlValue | undefined) => YamlValue,
): YamlValue {
  const step = path[depth];
  if (step === undefined) return change(value);
  const here = path.slice(0, depth + 1);
  const parent =
    value === undefined || value === null ? (make ? (typeof step === 'number' ? [] : {}) : value) : value;
  if (typeof step === 'number') {
    if (!Array.isArray(parent))
      throw parent === undefined || parent === null ? notFound(here) : wrongParent(here, parent);
    if (step > parent.length || (step === parent.length && !make)) {
      throw new RefusedError(
        'out-of-range',
        `${formatPath(here)} is beyond the list: it has ${counted(parent.length)}.`,
      );
    }
    const item = changed(parent[step], path, depth + 1, make, change);
    return step === parent.length ? [...parent, item] : parent.with(step, item);
  }
  if (!isMap(parent))
    throw parent === undefined || parent === null ? notFound(here) : wrongParent(here, parent);
  if (!make && !Object.hasOwn(parent, step)) throw notFound(here);
  return withKey(parent, step, changed(own(parent, step), path, depth + 1, make, change));
}

function notFound(path: Path): RefusedError {
  return new RefusedError('not-found', `There is nothing at ${formatPath(path)}.`);
}

function listAt(value: YamlValue | undefined, path: Path, index: number): YamlValue[] {
  if (!Array.isArray(value)) throw wrongParent([...path, 0], value ?? null);
  if (!Number.isInteger(index) || index < 0 || index > value.length) {
    throw new RefusedError(
      'out-of-range',
      `${formatPath([...path, index])} is beyond the list: it has ${counted(value.length)}.`,
    );
  }
  return value;
}

function renamed(map: YamlMap, from: string, to: string, path: Path): YamlMap {
  if (from === to) return map;
  if (Object.hasOwn(map, to)) {
    throw new RefusedError(
      'duplicate',
      `${formatPath(path)} cannot be renamed to "${to}": that key is there already.`,
    );
  }
  return withKey(withoutKey(map, from), to, own(map, from) ?? null);
}

/** The data that a document should hold after an edit. Throws `RefusedError` where the edit makes no sense for the data. */
export function intendedValue(value: YamlValue | undefined, edit: DocumentEdit): YamlValue {
  const { path } = edit;
  switch (edit.kind) {
    case 'set':
      return changed(value, path, 0, true, () => edit.value);
    case 'insert':
      return changed(value, path, 0, true, (list) =>
        listAt(list ?? [], path, edit.index).toSpliced(edit.index, 0, edit.value),
      );
    case 'move':
      return changed(value, path, 0, false, (found) => {
        const list = listAt(found, path, Math.max(edit.from, edit.to) + 1);
        return list.toSpliced(edit.from, 1).toSpliced(edit.to, 0, ...list.slice(edit.from, edit.from + 1));
      });
    case 'remove':
    case 'rename-key': {
      const last = path.at(-1);
      if (last === undefined)
        throw new RefusedError('not-found', 'A document as a whole cannot be removed or renamed this way.');
      return changed(value, path.slice(0, -1), 0, false, (parent) => {
        if (typeof last === 'number') {
          if (edit.kind === 'rename-key')
            throw new RefusedError('wrong-parent', 'An item of a list has no key to rename.');
          const list = listAt(parent, path.slice(0, -1), last);
          if (last >= list.length) throw notFound(path);
          return list.toSpliced(last, 1);
        }
        if (!isMap(parent) || !Object.hasOwn(parent, last)) throw notFound(path);
        return edit.kind === 'remove' ? withoutKey(parent, last) : renamed(parent, last, edit.key, path);
      });
    }
  }
}
