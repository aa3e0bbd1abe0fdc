import type { Field, Need } from '../../../istio/index.ts';

export { lowerFirst, singular } from '../../../istio/index.ts';

const initialisms = new Set(['DNS', 'HTTP', 'HTTPS', 'HTTP2', 'TCP', 'TLS', 'IP', 'V1', 'V2']);

/** A value of an enum as words: `ISTIO_MUTUAL` → "Istio mutual", `TLSV1_2` → "TLS 1.2". */
export function enumWords(value: string): string {
  const version = /^TLSV(\d)_(\d)$/.exec(value);
  if (version) return `TLS ${version[1]}.${version[2]}`;
  if (!/^[A-Z0-9_]+$/.test(value)) return value;
  const words = value.split('_').map((word) => (initialisms.has(word) ? word : word.toLowerCase()));
  return upperFirst(words.join(' '));
}

export function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The default as it stands in an empty input: "10s default"; a longer one in full words. */
export function placeholderOf(field: Field): string {
  if (field.default === undefined) return '';
  if (field.kind === 'enum' && field.values.includes(field.default)) {
    return `${enumWords(field.default)} (default)`;
  }
  if (field.format === 'percent' && /^\d+$/.test(field.default)) return `${field.default}% default`;
  return field.default.length <= 14 && !field.default.includes(' ')
    ? `${field.default} default`
    : `default: ${field.default}`;
}

/** What a field needs beside it: "Mode Simple or Mutual". */
export function needWords({ field, values }: Need): string {
  const words = values.map((value) =>
    field.kind === 'boolean' ? (value === 'true' ? 'Yes' : 'No') : enumWords(value),
  );
  const last = words.pop() ?? '';
  return `${field.title} ${words.length > 0 ? `${words.join(', ')} or ${last}` : last}`;
}
