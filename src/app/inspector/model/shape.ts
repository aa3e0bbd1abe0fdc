import { summaryOfValue, type Field, type ObjectField } from '../../../istio/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';
import { isMap } from './path.ts';

// What a field looks like decides how it is drawn. Everything here asks the schema (and what is written), never a title.

export function isScalar(field: Field): boolean {
  return field.kind !== 'object' && field.kind !== 'list' && field.kind !== 'map';
}

/** One of several texts, as StringMatch: an object that is nothing but a union of strings. */
export function isTextChoice(field: Field): boolean {
  if (field.kind !== 'object' || field.unions.length !== 1) return false;
  const members = field.unions[0]?.members ?? [];
  return (
    members.length === field.fields.size && members.every((name) => field.fields.get(name)?.kind === 'string')
  );
}

/**
 * The only field of an object that exists for it alone (`percentage.value`, `port.number`, `source` of a `from`).
 * Not when other keys are written there: those must stay visible.
 */
export function soleField(field: Field, value: YamlValue | undefined): Field | undefined {
  if (field.kind !== 'object' || field.fields.size !== 1) return undefined;
  if (value !== undefined && value !== null && !isMap(value)) return undefined;
  const [only] = field.fields.values();
  if (isMap(value) && Object.keys(value).some((key) => key !== only?.name)) return undefined;
  return only;
}

/** Fits beside a label, without a section of its own. */
export function isLeaf(field: Field, value?: YamlValue): boolean {
  switch (field.kind) {
    case 'object': {
      if (isTextChoice(field)) return true;
      const sole = soleField(field, value);
      return sole !== undefined && isLeaf(sole, isMap(value) ? value[sole.name] : undefined);
    }
    case 'list':
      return isRow(field.item);
    case 'map':
      return isRow(field.value);
    default:
      return true;
  }
}

/** Fits in one row of a list or a map. */
export function isRow(field: Field): boolean {
  const sole = soleField(field, undefined);
  return isScalar(field) || isTextChoice(field) || (sole !== undefined && isScalar(sole));
}

/** Whether everything common in an object stands in sections of its own. */
export function holdsOnlySections(field: ObjectField): boolean {
  const common = [...field.fields.values()].filter((member) => member.common);
  return common.length > 0 && common.every((member) => !isLeaf(member));
}

/** Objects of objects (`connectionPool` of `tcp` and `http`), whose fields are better read together than apart. */
export function isBundle(field: ObjectField): boolean {
  return [...field.fields.values()].every(
    (member) => member.kind === 'object' && member.unions.length === 0 && !isLeaf(member),
  );
}

const shortFormats = new Set([
  'dns-label',
  'duration',
  'duration-any',
  'port',
  'percent',
  'weight',
  'http-status',
  'grpc-status',
  'protocol',
]);

/** Whether half the width is enough. */
export function isShort(field: Field): boolean {
  const sole = soleField(field, undefined);
  if (sole) return isShort(sole);
  switch (field.kind) {
    case 'integer':
    case 'number':
    case 'boolean':
      return true;
    case 'enum':
      return (
        !isSegmented(field.values) && field.values.every((value) => summaryOfValue(field, value).length < 30)
      );
    case 'string':
      return (field.format !== undefined && shortFormats.has(field.format)) || (field.maxLength ?? 99) <= 16;
    default:
      return false;
  }
}

/** Few and short enough to stand side by side. */
export function isSegmented(values: readonly string[]): boolean {
  return values.length <= 4 && values.join('').length <= 36;
}

/** Whether a value is of the kind that a field takes. Null is an empty one of any kind. */
export function fits(field: Field, value: YamlValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  switch (field.kind) {
    case 'object':
    case 'map':
      return isMap(value);
    case 'list':
      return Array.isArray(value);
    case 'any':
      return true;
    default:
      return typeof value !== 'object';
  }
}
