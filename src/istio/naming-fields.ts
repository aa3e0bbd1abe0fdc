import type { Path, YamlValue } from '../yaml/index.ts';
import { isModelled } from './groups.ts';
import { asList, asMap, asText, member, valueAt } from './read.ts';
import { childOf, schemaOf, type Field } from './schema/index.ts';
import type { Resource } from './types.ts';

/** A field of a resource that names something of the workspace, and what is written there. */
export interface NamingField {
  readonly field: Field;
  readonly path: Path;
  readonly text: string;
}

const NAMESPACE = ['metadata', 'namespace'] as const;

/** Every field of a resource that names something, in the order of its text; of kinds that are not modelled the namespace. */
export function* namingFields({ type, value }: Resource): Iterable<NamingField> {
  const root = isModelled(type) ? schemaOf(type) : undefined;
  if (root) return yield* within(root, value, []);
  const field = childOf(childOf(schemaOf('VirtualService')!, 'metadata')!, 'namespace');
  const text = asText(valueAt(value, NAMESPACE));
  if (field && text) yield { field, path: NAMESPACE, text };
}

function* within(field: Field, value: YamlValue, path: Path): Iterable<NamingField> {
  if (field.kind === 'list') {
    for (const [index, item] of asList(value).entries()) yield* within(field.item, item, [...path, index]);
  } else if (field.kind === 'object' || field.kind === 'map') {
    for (const key of Object.keys(asMap(value) ?? {})) {
      const child = childOf(field, key);
      if (child) yield* within(child, member(value, key) ?? null, [...path, key]);
    }
  } else if (field.reference && value !== '') {
    if (typeof value === 'string' || typeof value === 'number') yield { field, path, text: String(value) };
  }
}
