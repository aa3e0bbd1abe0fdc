import { parseDuration, type Field } from '../../../istio/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';

/** What typed text means for a field, or the sentence that says why it cannot be written. */
export type Parsed =
  { readonly ok: true; readonly value: YamlValue } | { readonly ok: false; readonly message: string };

const accept = (value: YamlValue): Parsed => ({ ok: true, value });
const refuse = (message: string): Parsed => ({ ok: false, message });

/**
 * Reads typed text. Numbers and durations are only written when they are some; other text is written as it is typed,
 * and what is wrong with it is for the checks to say.
 */
export function parseText(field: Field, text: string): Parsed {
  switch (field.kind) {
    case 'integer':
    case 'number':
      return parseNumber(text.trim(), field.kind === 'integer', field.min, field.max);
    case 'string':
      if (field.format === 'duration' || field.format === 'duration-any') return parseLength(text.trim());
      return accept(text);
    default:
      return accept(text);
  }
}

function parseNumber(text: string, whole: boolean, min = -Infinity, max = Infinity): Parsed {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) {
    return refuse(`“${text}” is not a number, so it is not written yet.`);
  }
  const value = Number(text);
  if (whole && !Number.isInteger(value)) return refuse('Whole numbers only, so it is not written yet.');
  if (!Number.isSafeInteger(Math.trunc(value))) return refuse('This number is too large to be kept exactly.');
  if (value < min || value > max) return refuse(`${between(min, max)}, so it is not written yet.`);
  return accept(value);
}

function between(min: number, max: number): string {
  if (min === -Infinity) return `At most ${max}`;
  return max === Infinity ? `At least ${min}` : `Between ${min} and ${max}`;
}

function parseLength(text: string): Parsed {
  if (parseDuration(text)) return accept(text);
  return refuse(
    /^\d+(\.\d+)?$/.test(text)
      ? `A length of time needs a unit: ${text}s, ${text}ms or ${text}m. It is not written yet.`
      : `“${text}” is not a length of time, as 5s, 1m30s or 500ms are. It is not written yet.`,
  );
}
