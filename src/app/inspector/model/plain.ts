import { parseDocument, type YamlValue } from '../../../yaml/index.ts';
import type { Parsed } from './parse.ts';

/** A value as text that can be changed: JSON, which is YAML too. */
export function printValue(value: YamlValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

/** The other way, for YAML and JSON alike. */
export function parseValue(text: string): Parsed {
  const { value, problems } = parseDocument(text);
  const [problem] = problems;
  if (problem) return { ok: false, message: `${problem.message} It is not written yet.` };
  return { ok: true, value: value ?? null };
}
