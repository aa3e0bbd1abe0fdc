import { schemaOf, type Field, type Resource } from '../../istio/index.ts';
import type { Finding } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { createWalk, type FieldRules } from '../visit.ts';
import { deprecatedField, newerField } from './deprecated-field.ts';
import { duplicateItem } from './duplicate-item.ts';
import { duration, isSound } from './duration.ts';
import { enumValue, isPlainValue } from './enum-value.ts';
import { keyForm } from './key-form.ts';
import { brokenLimit, limits } from './limits.ts';
import { nullValue } from './null-value.ts';
import { hasRequired, requiredField, requiredIn } from './required-field.ts';
import { isOneOfEach, unionMembers } from './union-members.ts';
import { allKnown, unknownField } from './unknown-field.ts';
import { accepts, wrongType } from './wrong-type.ts';

/**
 * Rules about single fields, and which fields each can have something to say of, whatever stands there: most fields are
 * plain, and a workspace has tens of thousands of values.
 */
const fieldRules: readonly (FieldRules & { readonly about: (field: Field) => boolean })[] = [
  {
    rules: [nullValue, wrongType],
    about: ({ kind }) => kind !== 'any',
    isFine: (field, value) => value !== null && accepts(field, value),
  },
  { rules: [unknownField], about: ({ kind }) => kind === 'object', isFine: allKnown },
  {
    rules: [requiredField],
    about: (field) => field.kind === 'object' && requiredIn(field).length > 0,
    isFine: hasRequired,
  },
  {
    rules: [unionMembers],
    about: (field) => field.kind === 'object' && field.unions.some(({ by }) => by === 'schema'),
    isFine: isOneOfEach,
  },
  { rules: [enumValue], about: ({ kind }) => kind === 'enum', isFine: isPlainValue },
  { rules: [limits], about: isLimited, isFine: (field, value) => brokenLimit(field, value) === undefined },
  {
    rules: [keyForm],
    about: (field) =>
      (field.kind === 'map' && field.keyFormat !== undefined) || field.format === 'selector-value',
  },
  {
    rules: [duration],
    about: ({ format }) => format === 'duration' || format === 'duration-any',
    isFine: isSound,
  },
  { rules: [duplicateItem], about: (field) => field.kind === 'list' && field.keyedBy !== undefined },
  { rules: [newerField], about: ({ since }) => since !== undefined },
  { rules: [deprecatedField], about: ({ deprecated }) => deprecated !== undefined },
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

const walk = createWalk((field) => fieldRules.filter(({ about }) => about(field)));

/** The fields of a resource against the schema of its kind, in one walk. Kinds without a schema are kept unread. */
export function schema(resource: Resource, { version }: RuleContext): readonly Finding[] {
  const field = resource.modelled ? schemaOf(resource.kind) : undefined;
  return field ? walk(field, resource.value, version) : [];
}
