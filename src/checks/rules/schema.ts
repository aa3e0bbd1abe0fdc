import { schemaOf, type Resource } from '../../istio/index.ts';
import type { Finding } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { walk } from '../visit.ts';
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

const fieldRules = [
  nullValue,
  wrongType,
  unknownField,
  requiredField,
  unionMembers,
  enumValue,
  limits,
  keyForm,
  duration,
  duplicateItem,
  newerField,
  deprecatedField,
];

/** The fields of a resource against the schema of its kind, in one walk. Kinds without a schema are kept unread. */
export function schema(resource: Resource, { version }: RuleContext): readonly Finding[] {
  const field = resource.modelled ? schemaOf(resource.kind) : undefined;
  if (!field) return [];
  const found: Finding[] = [];
  walk({ field, value: resource.value, path: [], parents: [], version }, fieldRules, found);
  return found;
}
