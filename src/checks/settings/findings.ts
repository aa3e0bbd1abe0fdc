import {
  childOf,
  SETTINGS_FILE,
  schemaOf,
  versionFrom,
  TARGET_VERSIONS,
  NEWEST_VERSION,
  type Field,
  type ObjectField,
} from '../../istio/index.ts';
import type { Operation } from '../../operations/index.ts';
import { formatPath, type Path, type YamlMap, type YamlValue } from '../../yaml/index.ts';
import type { settingsCodes } from '../codes/settings.ts';
import { accepts, actual, conversions, expected } from '../rules/wrong-type.ts';
import { asMap } from '../visit.ts';
import { closest, listOf, quote } from '../words.ts';

/** What is to be said of the settings, with fixes that change the settings file. */
export interface SettingsFinding {
  readonly code: keyof typeof settingsCodes;
  readonly message: string;
  readonly path: Path;
  readonly at: 'key' | 'value';
  readonly fixes: readonly { readonly title: string; readonly operation: Operation }[];
}

/** Compares settings with their schema. What is half typed gives findings, never errors. */
export function settingsFindings(settings: YamlMap): readonly SettingsFinding[] {
  const found: SettingsFinding[] = [];
  const schema = schemaOf(SETTINGS_FILE);
  if (schema) visit(schema, settings, [], found);
  return found;
}

function visit(field: Field, value: YamlValue, path: Path, found: SettingsFinding[]): void {
  if (value === null || field.kind === 'any') return;
  const problem = wrongValue(field, value, path);
  if (problem) return void found.push(problem);
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      const itemField = childOf(field, index);
      if (itemField) visit(itemField, item, [...path, index], found);
    });
    return;
  }
  const map = asMap(value);
  if (!map) return;
  for (const [key, child] of Object.entries(map)) {
    const childField = childOf(field, key);
    if (childField) visit(childField, child, [...path, key], found);
    else if (field.kind === 'object') found.push(...unknown(field, map, [...path, key]));
  }
}

const set = (path: Path, value?: YamlValue): Operation => ({
  kind: 'set-setting',
  path,
  ...(value === undefined ? {} : { value }),
});

const notRead = 'It is not read.';

function unknown(field: ObjectField, map: YamlMap, path: Path): readonly SettingsFinding[] {
  const key = String(path.at(-1));
  const meant = closest(key, field.fields.keys());
  // Istio's MeshConfig grows with every version: only what looks like a slip is one.
  if (path.length > 1 && path[0] === 'meshConfig' && meant === undefined) return [];
  const free = meant !== undefined && !Object.hasOwn(map, meant);
  const words = free
    ? `did you mean "${meant}"?`
    : `The settings here are ${listOf([...field.fields.keys()], 'and')}.`;
  const removal = { title: `Remove ${key}`, operation: set(path) };
  return [
    {
      code: 'MW4001',
      message: `"${key}" is no setting${free ? '; ' : '. '}${words} ${notRead}`,
      path,
      at: 'key',
      fixes: free
        ? [{ title: `Change to ${meant}`, operation: { kind: 'rename-setting', path, key: meant } }, removal]
        : [removal],
    },
  ];
}

function wrongValue(field: Field, value: YamlValue, path: Path): SettingsFinding | undefined {
  if (path.length === 1 && field.name === 'targetVersion') return wrongVersion(value, path);
  // A port alone is as good as one with a name.
  if (path.at(-2) === 'ports' && path[0] === 'assume' && typeof value === 'number') return undefined;
  const name = formatPath(path) || 'The settings file';
  if (!accepts(field, value)) {
    const fixes = conversions(field, value).map(({ title, value }) => ({
      title,
      operation: set(path, value),
    }));
    return wrong(`${name} must be ${expected(field)}, not ${actual(value)}.`, path, fixes);
  }
  if (field.kind === 'enum' && typeof value === 'string' && !field.values.includes(value)) {
    const meant = closest(value, field.values);
    return wrong(
      `${name} cannot be ${quote(value)}${meant ? `; did you mean ${meant}?` : '.'} It must be ${listOf(field.values)}.`,
      path,
      meant ? [{ title: `Change to ${meant}`, operation: set(path, meant) }] : [],
    );
  }
  const isNumber = field.kind === 'integer' || field.kind === 'number';
  if (isNumber && typeof value === 'number') {
    const { min = -Infinity, max = Infinity } = field;
    if (value < min || value > max)
      return wrong(`${name} must be from ${String(min)} to ${String(max)}.`, path, []);
  }
  return undefined;
}

function wrongVersion(value: YamlValue, path: Path): SettingsFinding | undefined {
  if (versionFrom(value)) return undefined;
  const [oldest] = TARGET_VERSIONS;
  return wrong(
    `${quote(value)} is no Istio version that is known here: "${oldest}" to "${NEWEST_VERSION}", in quotes. The newest counts.`,
    path,
    [{ title: `Change to ${NEWEST_VERSION}`, operation: set(path, NEWEST_VERSION) }],
  );
}

const wrong = (message: string, path: Path, fixes: SettingsFinding['fixes']): SettingsFinding => ({
  code: 'MW4002',
  message: `${message} ${notRead}`,
  path,
  at: 'value',
  fixes,
});
