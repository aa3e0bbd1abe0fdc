import { asMap, humanize, lowerFirst, type Field } from '../../../istio/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';

const LONGEST = 60;

/** A value inside a sentence: `3s`, `80`, `“80”` where it is a text that looks like a number, `a, b`, `mode SIMPLE, sni a.example`. */
export function valueWords(value: YamlValue | undefined, most = LONGEST): string {
  const text = words(value);
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}

function words(value: YamlValue | undefined): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return looksOtherwise(value) ? `“${value}”` : value;
  if (Array.isArray(value)) return value.length ? value.map(words).join(', ') : 'an empty list';
  const map = asMap(value);
  if (!map) return JSON.stringify(value);
  const only = percentage(map);
  if (only !== undefined) return only;
  const entries = Object.entries(map);
  return entries.length
    ? entries.map(([name, each]) => `${lowerFirst(humanize(name))} ${words(each)}`).join(', ')
    : 'empty';
}

/** A text that would be taken for something else, or not be seen. */
const looksOtherwise = (text: string): boolean =>
  text === '' || text.trim() !== text || /^(true|false|null|nothing|[-+]?\d+(\.\d+)?)$/.test(text);

/** `{ value: 10 }`, as Istio writes shares, is `10 %`. */
function percentage(map: Readonly<Record<string, YamlValue>>): string | undefined {
  const { value } = map;
  return Object.keys(map).length === 1 && typeof value === 'number' ? `${value} %` : undefined;
}

/** What a key is called inside a sentence: by its title where Istio's schema knows it. */
export const keyWords = (key: string, field: Field | undefined): string =>
  field?.title ? lowerFirst(field.title) : key;
