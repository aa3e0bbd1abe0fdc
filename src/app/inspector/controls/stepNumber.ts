import type { Field } from '../../../istio/index.ts';
import { parseText } from '../model/parse.ts';

/** The number one up or down from what is typed, as text; null where that leads out of the field's range. */
export function stepNumber(field: Field, text: string, by: 1 | -1): string | null {
  const now = text.trim() === '' ? (field.default ?? '0') : text;
  const parsed = parseText(field, now);
  if (!parsed.ok || typeof parsed.value !== 'number') return null;
  const next = String(parsed.value + by);
  return parseText(field, next).ok ? next : null;
}
