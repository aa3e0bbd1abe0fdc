import type { Path } from '../../yaml/index.ts';
import type { EnumField, Field } from './field.ts';
import { summaries } from './generated/summaries.ts';
import { fieldAt } from './schema.ts';

/** Our plain sentence about a field; empty where we have none (then the dependency's description serves). */
export function summaryOf(kind: string, path: Path): string {
  const field = fieldAt(kind, path);
  return field ? summaryOfField(field) : '';
}

export function summaryOfField(field: Field): string {
  return summaries.fields[field.id] ?? '';
}

/** Our plain words about one value of an enum; empty where we have none. */
export function summaryOfValue(field: EnumField, value: string): string {
  return summaries.values[field.id]?.[value] ?? '';
}
