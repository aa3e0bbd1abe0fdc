import { schemaOf, type Field, type Resource } from '../../istio/index.ts';
import type { Finding } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { walk, type FieldRule } from '../visit.ts';
import { deprecatedField, newerField } from './deprecated-field.ts';
import { duplicateItem } from './duplicate-item.ts';
import { duration } from './duration.ts';
import { enumValue } from './enum-value.ts';
import { keyForm } from './key-form.ts';
import { limits } from './limits.ts';
import { nullValue } from './null-value.ts';
import { requiredField } from './required-field.ts';
import { unionMembers } from './union-members.ts';
import { unknownField } from './unknown-field.ts';
import { wrongType } from './wrong-type.ts';

/**
 * Rules about single fields, and which fields each can have something to say of, whatever stands there: most fields are
 * plain, and a workspace has tens of thousands of values.
 */
const fieldRules: readonly (readonly [rule: FieldRule, about: (field: Field) => boolean])[] = [
  [nullValue, () => true],
  [wrongType, ({ kind }) => kind !== 'any'],
  [unknownField, ({ kind }) => kind === 'object'],
  [
    requiredField,
    (field) => field.kind === 'object' && some(field.fields.values(), ({ required }) => required),
  ],
  [unionMembers, (field) => field.kind === 'object' && field.unions.some(({ by }) => by === 'schema')],
  [enumValue, ({ kind }) => kind === 'enum'],
  [limits, isLimited],
  [keyForm, ({ kind, format }) => kind === 'map' || format === 'selector-value'],
  [duration, ({ format }) => format === 'duration' || format === 'duration-any'],
  [duplicateItem, (field) => field.kind === 'list' && field.keyedBy !== undefined],
  [newerField, ({ since }) => since !== undefined],
  [deprecatedField, ({ deprecated }) => deprecated !== undefined],
];

function isLimited(field: Field): boolean {
  switch (field.kind) {
    case 'integer':
    case 'number':
      return field.min !== undefined || field.max !== undefined;
    case 'string':
      return [field.minLength, field.maxLength, field.pattern].some((limit) => limit !== undefined);
    case 'list':
      return field.minItems !== undefined || field.maxItems !== undefined;
    case 'map':
      return field.minEntries !== undefined || field.maxEntries !== undefined;
    default:
      return false;
  }
}

function some<T>(all: Iterable<T>, test: (one: T) => boolean): boolean {
  for (const one of all) if (test(one)) return true;
  return false;
}

/** The rules for a field, by field: the schema stays the same as long as the page is open. */
const known = new WeakMap<Field, readonly FieldRule[]>();

function rulesFor(field: Field): readonly FieldRule[] {
  let rules = known.get(field);
  if (!rules) {
    rules = fieldRules.filter(([, about]) => about(field)).map(([rule]) => rule);
    known.set(field, rules);
  }
  return rules;
}

/** The fields of a resource against the schema of its kind, in one walk. Kinds without a schema are kept unread. */
export function schema(resource: Resource, { version }: RuleContext): readonly Finding[] {
  const field = resource.modelled ? schemaOf(resource.kind) : undefined;
  if (!field) return [];
  const found: Finding[] = [];
  walk({ field, value: resource.value, path: [], parents: [], version }, rulesFor, found);
  return found;
}
