import type { Path, YamlValue } from '../yaml/index.ts';
import { isModelled } from './groups.ts';
import { asList, asMap, asText, member, valueAt } from './read.ts';
import { childOf, fieldAt, schemaOf, type Field } from './schema/index.ts';
import { targetRefsOf } from './targets.ts';
import type { Resource } from './types.ts';

/** A field of a resource that names something of the workspace, and what is written there. */
export interface NamingField {
  readonly field: Field;
  readonly path: Path;
  readonly text: string;
}

const NAMESPACE = ['metadata', 'namespace'] as const;

const TARGET_NAME = ['spec', 'targetRefs', 0, 'name'] as const;

/**
 * Every field of a resource that names something, in the order of its text; of kinds that are not modelled the namespace, and
 * what they are attached to.
 */
export function* namingFields(resource: Resource): Iterable<NamingField> {
  const { type, value } = resource;
  const root = isModelled(type) ? schemaOf(type) : undefined;
  if (root) return yield* namingWithin(root, value, []);
  const field = childOf(childOf(schemaOf('VirtualService')!, 'metadata')!, 'namespace');
  const text = asText(valueAt(value, NAMESPACE));
  if (field && text) yield { field, path: NAMESPACE, text };
  const target = fieldAt('AuthorizationPolicy', TARGET_NAME);
  for (const [path, ref] of targetRefsOf(resource)) {
    const name = asText(member(ref, 'name'));
    if (target && name) yield { field: target, path: [...path, 'name'], text: name };
  }
}

/** Every naming field of a value that a field holds; `path` is where it stands. */
export function* namingWithin(field: Field, value: YamlValue, path: Path): Iterable<NamingField> {
  if (field.kind === 'list') {
    for (const [index, item] of asList(value).entries())
      yield* namingWithin(field.item, item, [...path, index]);
  } else if (field.kind === 'object' || field.kind === 'map') {
    for (const key of Object.keys(asMap(value) ?? {})) {
      const child = childOf(field, key);
      if (child) yield* namingWithin(child, member(value, key) ?? null, [...path, key]);
    }
  } else if (field.reference && value !== '') {
    if (typeof value === 'string' || typeof value === 'number') yield { field, path, text: String(value) };
  }
}
