import {
  MODELLED_KINDS,
  EXPECTATIONS,
  ownFieldAt,
  ownSchema,
  SCENARIOS,
  SETTINGS_FILE,
  summaryOfOwn,
  summaryOfOwnValue,
  summaryOfField,
  summaryOfValue,
  typeOf,
  apiVersionsOf,
  fieldAt,
  schemaOf,
  type EnumField,
  type Field,
  type ObjectField,
} from '../istio/index.ts';
import type { Path } from '../yaml/index.ts';

import type { PlacedResource } from './place.ts';

/** The kinds that Istio serves under an apiVersion; all that we know where none fits. */
function kindsFor(apiVersion: string): readonly string[] {
  const fitting = MODELLED_KINDS.filter((kind) => apiVersionsOf(kind).includes(apiVersion));
  return fitting.length > 0 ? fitting : MODELLED_KINDS;
}

/** Every kind has the metadata of every other. */
const ANY_KIND = 'VirtualService';

const choice = (field: EnumField, values: readonly string[]): EnumField => ({
  ...field,
  values,
  valuesSince: {},
  deprecatedValues: [],
});

/**
 * What may stand at a path of a resource, also while its kind is not written yet, and for kinds that are not modelled:
 * then only what all have in common.
 */
export function fieldOf(resource: PlacedResource, path: Path): Field | undefined {
  if (resource.type === SETTINGS_FILE) return fieldAt(SETTINGS_FILE, path);
  if (ownSchema(resource.type)) return ownFieldAt(resource.type, path);
  const modelled = schemaOf(resource.type) !== undefined;
  const [first] = path;
  const common = fieldAt(ANY_KIND, path);
  if (path.length === 1 && first === 'kind' && common?.kind === 'enum')
    return choice(common, kindsFor(resource.apiVersion));
  if (path.length === 1 && first === 'apiVersion' && common?.kind === 'enum')
    return modelled || (resource.kind !== '' && schemaOf(typeOf('', resource.kind)))
      ? fieldAt(resource.kind, path)
      : choice(common, [...new Set(MODELLED_KINDS.flatMap((kind) => apiVersionsOf(kind)))]);
  if (modelled) return fieldAt(resource.type, path);
  if (first === 'metadata') return common;
  return undefined;
}

/** What a whole document holds: of a resource by its kind, of files of our own by what they are. */
export const rootOf = (type: string): ObjectField | undefined => ownSchema(type) ?? schemaOf(type);

/** The kinds of files that are no Kubernetes objects. */
export const isOwnFile = (type: string): boolean =>
  type === SETTINGS_FILE || type === EXPECTATIONS || type === SCENARIOS;

/**
 * The field whose values can be written right behind a key: for a workload that sends, which may be written as its namespace
 * alone, that of the namespace; for a latency that of one percentile.
 */
export function valueFieldOf(resource: PlacedResource, path: Path): Field | undefined {
  const field = fieldOf(resource, path);
  const last = path.at(-1);
  const isRequest = path.at(-2) === 'request' && ownSchema(resource.type) !== undefined;
  if (isRequest && last === 'from') return fieldOf(resource, [...path, 'namespace']);
  const isLatency = resource.type === SCENARIOS && last === 'latency';
  return isLatency ? fieldOf(resource, [...path, 'p50']) : field;
}

/** Our sentence about a field; empty where we have none. */
export const sentenceOf = (field: Field): string => summaryOfOwn(field) ?? summaryOfField(field);

/** Our words about a value of an enum; empty where we have none. */
export const wordsOfValue = (field: EnumField, value: string): string =>
  summaryOfOwnValue(field, value) ?? summaryOfValue(field, value);
