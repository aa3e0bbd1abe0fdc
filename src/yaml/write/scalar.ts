import { parse } from 'yaml';
import { goRefusesInFlow, readsDifferently } from './readings.ts';

export type Quote = 'plain' | 'single' | 'double';
export type YamlScalar = null | boolean | number | string;

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/;

/** The text without its characters beyond the basic plane, so that lone surrogates can be found. */
export const withoutPairs = (text: string) => text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, '');

/** True where the text, written without quotes, is read as the very same string by every reader. */
function plainIsSafe(text: string, flow: boolean, key: boolean): boolean {
  if (text === '' || text !== text.trim() || CONTROL.test(withoutPairs(text))) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`=<~]/.test(text) && !/^[-?:][^\s,[\]{}]/.test(text)) return false;
  if (/^(?:---|\.\.\.)/.test(text) || /:(?:\s|$)|\s#/.test(text) || readsDifferently(text)) return false;
  if (/^[-?:]/.test(text) && flow) return false;
  if (flow && (/[,[\]{}]/.test(text) || goRefusesInFlow(text))) return false;
  if (key && text.length > 100) return false;
  try {
    return parse(text, { logLevel: 'silent' }) === text;
  } catch {
    return false;
  }
}

const single = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** JSON's escapes are YAML's; what JSON leaves bare but YAML does not print is escaped too. */
function double(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  return Object.is(value, -0) ? '-0' : String(value);
}

/** A scalar on one line, in the quotes preferred if they can hold it. */
export function scalarText(value: YamlScalar, quote: Quote, where: { flow: boolean; key?: boolean }): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  const isBare = !CONTROL.test(withoutPairs(value));
  if (quote === 'plain' && plainIsSafe(value, where.flow, where.key === true)) return value;
  if (quote === 'single' && isBare) return single(value);
  return double(value);
}
