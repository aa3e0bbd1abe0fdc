import { isSince, type EnumField, type Field } from '../../istio/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import type { Finding } from '../finding.ts';
import type { FieldRule, Visit } from '../visit.ts';
import { closest, listOf, quote } from '../words.ts';

/** Whether a value is one of the field's that every version knows and nobody is warned of, or none at all. */
export const isPlainValue = (field: Field, value: YamlValue): boolean =>
  field.kind !== 'enum' ||
  typeof value !== 'string' ||
  (field.values.includes(value) &&
    field.valuesSince[value] === undefined &&
    !field.deprecatedValues.includes(value));

/** A text that is not among the values of the field, or should not be chosen. */
export const enumValue: FieldRule = (visit) => {
  const { field, value, path } = visit;
  // `apiVersion` and `kind` have rules of their own.
  if (field.kind !== 'enum' || typeof value !== 'string' || path.length < 2) return [];
  if (!field.values.includes(value)) return [unknownValue(field, value, path)];
  return [...newerValue(field, value, visit), ...deprecatedValue(field, value, path)];
};

function unknownValue(field: EnumField, value: string, path: Finding['path']): Finding {
  const meant = closest(value.trim(), field.values);
  const good = field.values.filter((candidate) => !field.deprecatedValues.includes(candidate));
  const offered = meant ? [meant] : good.length <= 4 ? good : [];
  return {
    code: 'MW0204',
    message:
      `"${field.name}" cannot be ${quote(value)}${meant ? `; did you mean ${meant}?` : '.'} ` +
      `It must be ${listOf(good)}. The cluster refuses the resource as it is.`,
    path,
    at: 'value',
    mends: offered.map((candidate) => ({
      title: `Change to ${candidate}`,
      steps: [{ kind: 'set-field', path, value: candidate }],
    })),
  };
}

function newerValue(field: EnumField, value: string, { path, version }: Visit): readonly Finding[] {
  const since = field.valuesSince[value];
  if (since === undefined || isSince(since, version)) return [];
  return [
    {
      code: 'MW0219',
      message: `${value} came with Istio ${since}; Istio ${version} refuses it. Choose another value, or a newer target version.`,
      path,
      at: 'value',
    },
  ];
}

function deprecatedValue(field: EnumField, value: string, path: Finding['path']): readonly Finding[] {
  if (!field.deprecatedValues.includes(value)) return [];
  return [
    {
      code: 'MW0218',
      message: `${value} is deprecated. It still works; choose another value when you next touch this.`,
      path,
      at: 'value',
    },
  ];
}
