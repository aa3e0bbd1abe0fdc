import type { YamlValue } from '../../../yaml/index.ts';
import type { Parsed } from './parse.ts';

/** A value as text that people read and change: JSON, which is YAML too. */
export function printValue(value: YamlValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

/** The other way; text that is no JSON is a text. */
export function parseValue(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) as YamlValue };
  } catch {
    return { ok: true, value: text };
  }
}
