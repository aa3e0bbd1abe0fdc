import type { Field } from '../../istio/index.ts';
import { parseDuration } from '../../istio/index.ts';
import type { Path, YamlValue } from '../../yaml/index.ts';
import type { Finding, Mend } from '../finding.ts';
import { asMap, type FieldRule } from '../visit.ts';
import { quote } from '../words.ts';

/** A value that is not what the field holds: a text for a number, one thing for a list, a text for a group of fields. */
export const wrongType: FieldRule = ({ field, value, path }) => {
  if (value === null || accepts(field, value)) return [];
  const address = addressIn(value);
  if (field.kind === 'string' && address !== undefined) return [readAsKey(address, path)];
  const name = path.at(-1);
  const subject = typeof name === 'number' ? `Item ${String(name + 1)}` : `"${String(name)}"`;
  const mends = conversions(field, value).map(({ title, value }): Mend => ({
    title,
    steps: [{ kind: 'set-field', path, value }],
  }));
  return [
    {
      code: 'MW0203',
      message: `${subject} must be ${expected(field)}, not ${actual(value)}. The cluster refuses the resource as it is.`,
      path,
      at: 'value',
      mends,
    },
  ];
};

/** Whether the API server takes a value as far as its type goes. */
export function accepts(field: Field, value: YamlValue): boolean {
  switch (field.kind) {
    case 'object':
    case 'map':
      return asMap(value) !== undefined;
    case 'list':
      return Array.isArray(value);
    case 'string':
    case 'enum':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'any':
      return true;
  }
}

/** What a field holds, in a few words. */
export function expected(field: Field): string {
  switch (field.kind) {
    case 'object':
      return field.unions[0] && field.unions[0].members.length === field.fields.size
        ? `one of ${field.unions[0].members.join(', ')} with its value`
        : 'a group of fields';
    case 'map':
      return 'pairs of key and value';
    case 'list':
      return 'a list';
    case 'string':
      return field.format === 'duration' || field.format === 'duration-any'
        ? 'a duration such as 5s'
        : 'text';
    case 'enum':
      return `one of ${field.values.join(', ')}`;
    case 'boolean':
      return 'true or false';
    case 'integer':
      return 'a whole number';
    case 'number':
      return 'a number';
    case 'any':
      return 'anything';
  }
}

/** What stands there, in a few words. */
export function actual(value: YamlValue): string {
  if (typeof value === 'string') return `the text ${quote(value)}`;
  if (typeof value === 'number') return `the number ${quote(value)}`;
  return quote(value);
}

interface Conversion {
  readonly title: string;
  readonly value: YamlValue;
}

/** What the person probably meant, when that can be told from the value. */
export function conversions(field: Field, value: YamlValue): readonly Conversion[] {
  switch (field.kind) {
    case 'string':
      return textOf(field.format, value);
    case 'enum':
      return field.values
        .filter((allowed) => allowed === value)
        .map((value) => ({ title: `Use ${value}`, value }));
    case 'boolean':
      if (value === 'true' || value === 'false')
        return [{ title: `Write ${value} without quotes`, value: value === 'true' }];
      return [];
    case 'integer':
    case 'number':
      return numberOf(field, value);
    case 'list':
      return accepts(field.item, value) ? [{ title: 'Make it a list', value: [value] }] : [];
    case 'object':
      return groupOf(field, value);
    default:
      return [];
  }
}

function textOf(format: Field['format'], value: YamlValue): readonly Conversion[] {
  if (typeof value !== 'number' && typeof value !== 'boolean') return [];
  const seconds = `${String(value)}s`;
  if ((format === 'duration' || format === 'duration-any') && parseDuration(seconds)) {
    return [{ title: `Change to ${seconds}`, value: seconds }];
  }
  return [{ title: `Write "${String(value)}" as text`, value: String(value) }];
}

function numberOf(field: Field, value: YamlValue): readonly Conversion[] {
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value.trim())) return [];
  const number = Number(value);
  return accepts(field, number) ? [{ title: `Write ${String(number)} without quotes`, value: number }] : [];
}

/** `port: 80` for `port: { number: 80 }`, `uri: /x` for `uri: { prefix: /x }`, a list of one for its item. */
function groupOf(field: Field & { kind: 'object' }, value: YamlValue): readonly Conversion[] {
  if (Array.isArray(value)) {
    const [only, ...others] = value;
    return others.length === 0 && asMap(only) ? [{ title: 'Take it out of the list', value: only! }] : [];
  }
  const takers = [...field.fields.values()].filter((child) => accepts(child, value) && child.kind !== 'any');
  const required = takers.filter((child) => child.required);
  const offered =
    required.length > 0 ? required.slice(0, 1) : takers.filter((child) => child.common).slice(0, 2);
  return offered.map((child) => ({ title: `Write it as ${child.name}`, value: { [child.name]: value } }));
}

/** `[2001:db8::]` between brackets: a key without a value to YAML 1.2, an address to kubectl's reader. */
function addressIn(value: YamlValue): string | undefined {
  const [only, ...others] = Object.entries(asMap(value) ?? {});
  return only && others.length === 0 && only[1] === null && only[0].includes(':') ? `${only[0]}:` : undefined;
}

function readAsKey(address: string, path: Path): Finding {
  return {
    code: 'MW0010',
    message: `kubectl reads ${address} as text, other readers as a key without a value. Put quotes around it.`,
    path,
    at: 'value',
    mends: [
      { title: `Write "${address}" with quotes`, steps: [{ kind: 'set-field', path, value: address }] },
    ],
  };
}
