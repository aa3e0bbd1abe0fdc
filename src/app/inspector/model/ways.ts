import { childOf, type Field, type ObjectField, type Resource } from '../../../istio/index.ts';
import { weightsOf, withOneMore, type Operation } from '../../../operations/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { isMap, valueAt } from './path.ts';
import { isWeighted } from './weighted.ts';

/** One of the destinations that share a rule's traffic. */
export interface Way {
  readonly list: Path;
  readonly index: number;
  /** All that are written. */
  readonly ways: readonly YamlValue[];
}

/** The way that a path leads to or into; null where it leads to none. It may be the one that would come next. */
export function wayAt(schema: ObjectField, resource: YamlValue, path: Path): Way | null {
  let field: Field | undefined = schema;
  for (const [at, step] of path.entries()) {
    if (!field) return null;
    if (isWeighted(field) && typeof step === 'number') {
      const list = path.slice(0, at);
      const ways = valueAt(resource, list);
      return { list, index: step, ways: Array.isArray(ways) ? ways : [] };
    }
    field = childOf(field, step);
  }
  return null;
}

/**
 * Writes the first thing into a way that joins others: it gets a share, and the others give it. Null where a path leads
 * to no such way, or to its weight, which then is the person's own.
 */
export function joining(
  schema: ObjectField,
  { id, value: resource }: Stands,
  path: Path,
  value: YamlValue,
): readonly Operation[] | null {
  const way = wayAt(schema, resource, path);
  if (!way || way.index !== way.ways.length || way.ways.length === 0) return null;
  const inside = path.slice(way.list.length + 1);
  if (inside.length === 0 || inside[0] === 'weight') return null;
  const weights = withOneMore(weightsOf(way.ways));
  const item = wrapped(inside, value);
  return [
    { kind: 'set-weights', resource: id, path: way.list, weights: weights.slice(0, -1) },
    {
      kind: 'set-field',
      resource: id,
      path: [...way.list, way.index],
      value: isMap(item) ? { ...item, weight: weights.at(-1) ?? 0 } : item,
    },
  ];
}

/** A value in the objects and lists that lead to it. */
function wrapped(steps: Path, value: YamlValue): YamlValue {
  return steps.reduceRight<YamlValue>(
    (inner, step) => (typeof step === 'number' ? [inner] : Object.fromEntries([[step, inner]])),
    value,
  );
}

/** A copy of an item of a list behind it; of destinations that share traffic, the two halve the share. Null where no item is. */
export function duplication(schema: ObjectField, resource: Stands, path: Path): Operation | null {
  const original = valueAt(resource.value, path);
  const at = path.at(-1);
  if (original === undefined || typeof at !== 'number') return null;
  const list = path.slice(0, -1);
  const insert = (value: YamlValue): Operation => ({
    kind: 'insert-item',
    resource: resource.id,
    path: list,
    index: at + 1,
    value,
    copy: true,
  });
  const way = ownWay(schema, resource, path);
  if (!way || !isMap(original)) return insert(original);
  const weights = weightsOf(way.ways);
  const weight = weights[at] ?? 0;
  return {
    kind: 'all',
    label: 'Duplicate the destination',
    operations: [
      // A copy first, of the very same, which takes along the comments inside; then the shares.
      insert(original),
      {
        kind: 'set-weights',
        resource: resource.id,
        path: list,
        weights: weights.with(at, Math.ceil(weight / 2)).toSpliced(at + 1, 0, Math.floor(weight / 2)),
      },
    ],
  };
}

/** Takes a destination away so that the others have its share; null for what shares nothing. */
export function wayRemoval(schema: ObjectField, resource: Stands, path: Path): Operation | null {
  const way = ownWay(schema, resource, path);
  return way && way.ways.length > 1 ? { kind: 'disconnect', resource: resource.id, path } : null;
}

type Stands = Pick<Resource, 'id' | 'value'>;

/** The way that stands at the path itself. */
function ownWay(schema: ObjectField, { value }: Stands, path: Path): Way | null {
  const way = wayAt(schema, value, path);
  return way?.list.length === path.length - 1 ? way : null;
}
