import { asText, member } from '../read.ts';
import type { YamlValue } from '../../yaml/index.ts';
import type { Field, ObjectField } from './field.ts';

/** A field beside another, with the values of which it needs one. */
export interface Need {
  readonly field: Field;
  readonly values: readonly string[];
}

/**
 * What keeps a field from meaning anything in an object of this value: a sibling with another value than it needs (or with
 * another default, where nothing is written). Undefined where it applies, or where nobody can tell.
 */
export function unmetNeed(owner: ObjectField, field: Field, value: YamlValue | undefined): Need | undefined {
  for (const [name, values] of Object.entries(field.onlyFor ?? {})) {
    const sibling = owner.fields.get(name);
    if (!sibling) continue;
    const written = member(value, name) ?? sibling.default;
    const text = typeof written === 'boolean' ? String(written) : asText(written);
    const isOne = sibling.kind !== 'enum' || sibling.values.includes(text ?? '');
    if (text !== undefined && isOne && !values.includes(text)) return { field: sibling, values };
  }
  return undefined;
}
