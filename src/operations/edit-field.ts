import { RefusedError, type Path, type Written, type YamlValue } from '../yaml/index.ts';
import { valueAt, type ResourceId } from '../istio/index.ts';
import { asWritten } from './as-written.ts';
import type { Draft } from './draft.ts';
import { fieldOrder } from './field-order.ts';

/** Writes a value in a resource; missing parents are made, new keys go where the schema has them. `as`: how it is written elsewhere. */
export function setField(draft: Draft, id: ResourceId, path: Path, value: YamlValue, as?: Written): void {
  if (path.length === 0)
    throw new RefusedError('unsafe', 'A whole resource is not replaced this way. Name a field.');
  const resource = draft.resource(id);
  const order = fieldOrder(resource, newKey(resource.value, path));
  draft.edit(id, { kind: 'set', path, value, as, ...(order ? { order } : {}) });
}

/** The path as far as the first key that is not there: the one that has to find its place among others. */
function newKey(value: YamlValue, path: Path): Path {
  const missing = path.findIndex((_, index) => valueAt(value, path.slice(0, index + 1)) === undefined);
  return missing < 0 ? path : path.slice(0, missing + 1);
}

/** Takes away a field or an item, with `comments` also those right above it. */
export function removeField(draft: Draft, id: ResourceId, path: Path, comments = false): void {
  if (path.length === 0)
    throw new RefusedError('unsafe', 'A whole resource is not removed this way. Name a field.');
  draft.edit(id, { kind: 'remove', path, comments });
}

/** Puts an item before the one at `index`; with `copy` it is written as the item before it, which says the same. */
export function insertItem(
  draft: Draft,
  id: ResourceId,
  path: Path,
  index: number,
  value: YamlValue,
  copy = false,
): void {
  const { as } = copy && index > 0 ? asWritten(draft, id, [...path, index - 1]) : { as: undefined };
  // What stands above the one speaks of that one.
  draft.edit(id, { kind: 'insert', path, index, value, as: as && { ...as, above: [] } });
}

export function moveItem(draft: Draft, id: ResourceId, path: Path, from: number, to: number): void {
  if (from !== to) draft.edit(id, { kind: 'move', path, from, to });
}

export function renameKey(draft: Draft, id: ResourceId, path: Path, key: string): void {
  if (path.at(-1) !== key) draft.edit(id, { kind: 'rename-key', path, key });
}
