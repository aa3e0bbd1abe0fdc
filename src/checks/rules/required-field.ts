import type { Field, ObjectField } from '../../istio/index.ts';
import type { YamlMap, YamlValue } from '../../yaml/index.ts';
import { asMap, type FieldRule } from '../visit.ts';
import { listOf } from '../words.ts';
import { isMisspelt } from './misspelt.ts';

/** A field that the API server asks for and that is not there. A null counts as not there: the API server drops it first. */
export const requiredField: FieldRule = ({ field, value, path }) => {
  const map = asMap(value);
  if (field.kind !== 'object' || !map) return [];
  const missing = requiredIn(field).filter(
    ({ name }) =>
      isMissing(map, name) && !(path.length === 0 && ownRules.has(name)) && !isMisspelt(field, map, [name]),
  );
  if (missing.length === 0) return [];
  const names = missing.map(({ name }) => name);
  const subject = place(path);
  return [
    {
      code: 'MW0205',
      message: `${subject} needs ${listOf(names, 'and')}. The cluster refuses the resource without ${names.length > 1 ? 'them' : 'it'}.`,
      path,
      at: 'key',
      mends: [
        {
          title: `Add ${listOf(names, 'and')}`,
          steps: missing.map((child) => ({
            kind: 'set-field',
            path: [...path, child.name],
            value: skeleton(child),
          })),
        },
      ],
    },
  ];
};

/** Whether a value has all that its field asks for. */
export function hasRequired(field: Field, value: YamlValue): boolean {
  const map = asMap(value);
  if (field.kind !== 'object' || !map) return true;
  for (const { name } of requiredIn(field)) if (isMissing(map, name)) return false;
  return true;
}

const isMissing = (map: YamlMap, name: string): boolean => (map[name] ?? null) === null;

const known = new WeakMap<ObjectField, readonly Field[]>();

/** The fields of an object that must be there; the schema stays the same as long as the page is open. */
export function requiredIn(field: ObjectField): readonly Field[] {
  let required = known.get(field);
  if (!required) known.set(field, (required = [...field.fields.values()].filter((child) => child.required)));
  return required;
}

/** Of the resource itself, `rules/object-name.ts` and its neighbours speak. */
const ownRules: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

function place(path: readonly (string | number)[]): string {
  const last = path.at(-1);
  if (last === undefined) return 'The resource';
  if (typeof last === 'number') return `Item ${String(last + 1)} of "${String(path.at(-2))}"`;
  return `"${last}"`;
}

/** The least value of a field that has all it must have; texts are left empty for the person to fill. */
function skeleton(field: Field): YamlValue {
  switch (field.kind) {
    case 'object': {
      const required = [...field.fields.values()].filter((child) => child.required);
      return Object.fromEntries(required.map((child) => [child.name, skeleton(child)]));
    }
    case 'list':
      return field.item.kind === 'object' ? [skeleton(field.item)] : [''];
    case 'map':
      return {};
    case 'integer':
    case 'number':
      return field.format === 'port'
        ? 80
        : field.format === 'http-status'
          ? 200
          : Math.max(0, field.min ?? 0);
    case 'boolean':
      return false;
    case 'enum':
      return field.values[0] ?? '';
    default:
      return field.format === 'duration' ? '10s' : '';
  }
}
