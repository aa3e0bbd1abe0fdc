import type { Path, YamlValue } from '../../../yaml/index.ts';
import { isMap, valueAt } from './path.ts';

/**
 * What to remove so that `path` is gone and no empty shell of it stays: parents that hold nothing else go with it,
 * up to `keep` (exclusive), the object or item that has a heading of its own in the form.
 */
export function removalPath(resource: YamlValue, path: Path, keep: Path): Path {
  let target = path;
  while (target.length > keep.length + 1) {
    const parent = target.slice(0, -1);
    const value = valueAt(resource, parent);
    const alone = isMap(value) ? Object.keys(value).length === 1 : Array.isArray(value) && value.length === 1;
    if (!alone) break;
    target = parent;
  }
  return target;
}
