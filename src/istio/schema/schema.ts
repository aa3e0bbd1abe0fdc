import type { Path } from '../../yaml/index.ts';
import type { Field, ObjectField, Union } from './field.ts';
import { structure } from './generated/structure.ts';
import { unpack } from './unpack.ts';

const roots = unpack(structure);

/** The whole resource of a modelled kind: apiVersion, kind, metadata, spec, status. */
export function schemaOf(kind: string): ObjectField | undefined {
  return roots.get(kind);
}

/** What stands at a path from the resource's root; list indexes lead to the item, any key of a map to its value. */
export function fieldAt(kind: string, path: Path): Field | undefined {
  let field: Field | undefined = roots.get(kind);
  for (const step of path) {
    if (field === undefined) return undefined;
    field = childOf(field, step);
  }
  return field;
}

/** What stands under one key or index of a field. */
export function childOf(field: Field, step: string | number): Field | undefined {
  switch (field.kind) {
    case 'object':
      return typeof step === 'string' ? field.fields.get(step) : undefined;
    case 'list':
      return typeof step === 'number' ? field.item : undefined;
    case 'map':
      return typeof step === 'string' ? field.value : undefined;
    default:
      return undefined;
  }
}

/** The fields of an object, in the order in which forms show and edits insert them. */
export function fieldsOf(field: ObjectField): readonly Field[] {
  return [...field.fields.values()];
}

/** The choice that a field takes part in. */
export function unionOf(field: ObjectField, name: string): Union | undefined {
  return field.unions.find((union) => union.members.includes(name));
}

/** The apiVersions that Istio serves a kind under, newest first; all have one and the same schema. */
export function apiVersionsOf(kind: string): readonly string[] {
  const field = fieldAt(kind, ['apiVersion']);
  return field?.kind === 'enum' ? field.values : [];
}

export function newestApiVersion(kind: string): string | undefined {
  return apiVersionsOf(kind)[0];
}
