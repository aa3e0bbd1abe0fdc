import {
  MODELLED_KINDS,
  SETTINGS_FILE,
  typeOf,
  apiVersionsOf,
  fieldAt,
  schemaOf,
  type EnumField,
  type Field,
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
