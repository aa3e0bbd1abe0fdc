import type { Field, ObjectField } from '../../istio/index.ts';
import type { Path, YamlValue } from '../../yaml/index.ts';
import { asMap, type Visit } from '../visit.ts';

/** An object of the same resource in which a name is a field. */
export interface Place {
  /** The object, or the list whose items have the field. */
  readonly path: Path;
  readonly list: boolean;
  /** A value can be moved there without overwriting one. */
  readonly free: boolean;
}

/**
 * Where a name belongs that is no field of the object being visited: further out, or further in when one such place is the
 * nearest. Best first; empty when it belongs nowhere near.
 */
export function placesOf(name: string, visit: Visit, field: ObjectField): readonly Place[] {
  const outward = visit.parents
    .filter((parent) => parent.field.fields.has(name))
    .map((parent): Place => ({ path: parent.path, list: false, free: !Object.hasOwn(parent.value, name) }))
    .reverse();
  if (outward.length > 0) return outward;
  const inward = insideOf(field, name, visit.path, visit.value, 3);
  const nearest = Math.min(...inward.map(({ path }) => path.length));
  const best = inward.filter(({ path }) => path.length === nearest);
  return best.length === 1 ? best : [];
}

/** Places up to `depth` levels further in. */
function insideOf(
  field: Field,
  name: string,
  path: Path,
  value: YamlValue | undefined,
  depth: number,
): Place[] {
  if (field.kind !== 'object' || depth === 0) return [];
  const found: Place[] = [];
  for (const child of field.fields.values()) {
    if (child.deprecated) continue;
    const inner = child.kind === 'list' ? child.item : child;
    if (inner.kind !== 'object') continue;
    const at = [...path, child.name];
    const there = asMap(value)?.[child.name];
    if (inner.fields.has(name)) {
      const list = child.kind === 'list';
      const free =
        !list && (there === undefined || (asMap(there) !== undefined && !Object.hasOwn(asMap(there)!, name)));
      found.push({ path: at, list, free });
    } else if (child.kind === 'object') {
      found.push(...insideOf(child, name, at, there, depth - 1));
    }
  }
  return found;
}
