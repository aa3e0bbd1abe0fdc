import { fieldAt, type ModelledKind, type ObjectField } from '../../istio/index.ts';
import type { YamlMap } from '../../yaml/index.ts';
import type { Spot } from '../spot.ts';
import { asMap } from '../visit.ts';
import { closest } from '../words.ts';

/**
 * Whether a map seems to have one of some fields under a name that is not quite right. Of that `unknown-field.ts` speaks; that
 * the field is missing follows from it and goes with it.
 */
export function isMisspelt(field: ObjectField, map: YamlMap, names: readonly string[]): boolean {
  return Object.keys(map).some((key) => {
    if (field.fields.has(key)) return false;
    const meant = closest(key, field.fields.keys());
    return meant !== undefined && names.includes(meant);
  });
}

/** The same for a place of a resource. */
export function misspeltAt(kind: ModelledKind, spot: Spot, ...names: readonly string[]): boolean {
  const field = fieldAt(kind, spot.path);
  const map = asMap(spot.value);
  return field?.kind === 'object' && map !== undefined && isMisspelt(field, map, names);
}
