import type { Field } from '../../istio/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import type { Code } from '../codes.ts';
import type { Finding } from '../finding.ts';
import { asMap, type FieldRule } from '../visit.ts';
import { quote } from '../words.ts';

/** Numbers, lengths and counts beyond what the API server or istiod takes. */
export const limits: FieldRule = (visit) => {
  const broken = brokenLimit(visit.field, visit.value);
  if (!broken) return [];
  const finding: Finding = {
    code: broken.code,
    message: `${broken.what} The cluster refuses the resource as it is.`,
    path: visit.path,
    at: 'value',
  };
  return [finding];
};

interface Broken {
  readonly code: Code;
  readonly what: string;
}

/** What is beyond a limit of the field, if anything is. */
export function brokenLimit(field: Field, value: YamlValue): Broken | undefined {
  switch (field.kind) {
    case 'integer':
    case 'number':
      return typeof value === 'number' ? numberLimit(field, value) : undefined;
    case 'string':
      return typeof value === 'string' ? textLimit(field, value) : undefined;
    case 'list':
      return Array.isArray(value)
        ? countLimit(field.name, 'item', value.length, field.minItems, field.maxItems)
        : undefined;
    case 'map': {
      const map = asMap(value);
      return (
        map && countLimit(field.name, 'entry', Object.keys(map).length, field.minEntries, field.maxEntries)
      );
    }
    default:
      return undefined;
  }
}

function numberLimit(
  { name, format, min, max }: Field & { kind: 'integer' | 'number' },
  value: number,
): Broken | undefined {
  if ((min === undefined || value >= min) && (max === undefined || value <= max)) return undefined;
  const what = format === 'port' ? 'a port' : name ? `"${name}"` : 'this number';
  return { code: 'MW0208', what: `${quote(value)} is out of range; ${what} must be ${range(min, max)}.` };
}

function textLimit(
  { name, minLength, maxLength, pattern }: Field & { kind: 'string' },
  value: string,
): Broken | undefined {
  // JSON Schema counts characters, not UTF-16 units.
  const length =
    maxLength === undefined || value.length <= maxLength ? value.length : Array.from(value).length;
  const what = name ? `"${name}"` : 'this text';
  if (minLength !== undefined && length < minLength)
    return {
      code: 'MW0209',
      what: minLength === 1 ? `${capital(what)} must not be empty.` : `${capital(what)} is too short.`,
    };
  if (maxLength !== undefined && length > maxLength)
    return {
      code: 'MW0209',
      what: `${capital(what)} has ${String(length)} characters; at most ${String(maxLength)} are allowed.`,
    };
  if (pattern !== undefined && !compiled(pattern).test(value))
    return {
      code: 'MW0210',
      what: `${quote(value)} is not a valid ${name || 'value'}; it must match ${pattern}.`,
    };
  return undefined;
}

function countLimit(
  name: string,
  noun: 'item' | 'entry',
  count: number,
  min = 0,
  max = Infinity,
): Broken | undefined {
  if (count >= min && count <= max) return undefined;
  const nouns = noun === 'item' ? 'items' : 'entries';
  const what = count < min ? `needs at least ${String(min)}` : `may have at most ${String(max)}`;
  return {
    code: 'MW0211',
    what: `"${name}" has ${String(count)} ${count === 1 ? noun : nouns} but ${what}.`,
  };
}

function range(min: number | undefined, max: number | undefined): string {
  if (max === undefined) return `at least ${String(min)}`;
  if (min === undefined) return `at most ${String(max)}`;
  // Limits of the number's width say nothing to a person.
  if (max >= 2 ** 31 - 1 && min < -1) return 'a smaller number';
  return `from ${String(min)} to ${String(max)}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const patterns = new Map<string, RegExp>();

function compiled(pattern: string): RegExp {
  let regex = patterns.get(pattern);
  if (!regex) patterns.set(pattern, (regex = new RegExp(pattern, 'u')));
  return regex;
}
