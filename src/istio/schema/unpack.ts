import type { Field, ObjectField } from './field.ts';
import { absolute, type PackedSchema, type PackedShape, type PackedUse } from './packed.ts';
import { humanize } from './humanize.ts';

/** The fields of every kind. Uses of one number become one object, so what repeats in the schema is shared. */
export function unpack(
  packed: PackedSchema,
  numberOf: (position: number) => number = (position) => position,
): ReadonlyMap<string, ObjectField> {
  const { kinds, uses, shapes } = absolute(packed);
  const fields: Field[] = [];
  // Children stand before their parents, so each child is there when its parent asks for it.
  uses.forEach((use, position) => fields.push(fieldOf(numberOf(position), use, at(shapes, use.s), fields)));
  const roots = new Map<string, ObjectField>();
  for (const [kind, id] of Object.entries(kinds)) {
    const root = fields[id];
    if (root?.kind === 'object') roots.set(kind, root);
  }
  return roots;
}

function fieldOf(id: number, use: PackedUse, shape: PackedShape, done: readonly Field[]): Field {
  const base = {
    id,
    name: use.n,
    title: use.t ?? humanize(use.n),
    required: use.q === 1,
    common: use.c === 1,
    ...(use.d !== undefined && { default: use.d }),
    ...(use.f && { format: use.f }),
    ...(use.r && { reference: use.r }),
    ...(use.v && { since: use.v }),
    ...(use.x && { deprecated: use.x }),
    ...(use.o && { one: use.o }),
    ...(use.a && { onlyFor: use.a }),
  };
  switch (shape.k) {
    case 'object': {
      const fields = new Map(shape.f.map((child) => [at(done, child).name, at(done, child)]));
      return { ...base, kind: 'object', fields, unions: shape.u ?? [] };
    }
    case 'list': {
      const { k, i, ...limits } = shape;
      return { ...base, ...limits, kind: k, item: at(done, i) };
    }
    case 'map': {
      const { k, i, ...limits } = shape;
      return { ...base, ...limits, kind: k, value: at(done, i) };
    }
    case 'enum': {
      const { values, valuesSince = {}, deprecatedValues = [] } = shape;
      return { ...base, kind: 'enum', values, valuesSince, deprecatedValues };
    }
    default: {
      const { k, ...limits } = shape;
      return { ...base, ...limits, kind: k };
    }
  }
}

function at<T>(table: readonly T[], index: number): T {
  const found = table[index];
  if (found === undefined) throw new Error('The generated schema is damaged; run `npm run schema` again.');
  return found;
}
