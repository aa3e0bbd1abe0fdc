import type { Field, ListField, ObjectField } from '../../../istio/index.ts';

// Not with the other questions about a field's shape: commands ask this one, and they are on the first screen.

/** A list whose items share the traffic between them by weight. */
export function isWeighted(field: Field): field is ListField & { item: ObjectField } {
  return (
    field.kind === 'list' &&
    field.item.kind === 'object' &&
    field.item.fields.get('weight')?.format === 'weight' &&
    field.item.fields.get('destination')?.required === true
  );
}
