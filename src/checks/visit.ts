import { childOf, type Field, type ObjectField, type TargetVersion } from '../istio/index.ts';
import type { Path, YamlMap, YamlValue } from '../yaml/index.ts';
import type { Finding } from './finding.ts';

/** One value of a resource beside the field that the schema has for it. */
export interface Visit<F extends Field = Field> {
  readonly field: F;
  readonly value: YamlValue;
  /** From the resource's root. */
  readonly path: Path;
  /** The objects around it, outermost first. */
  readonly parents: readonly Parent[];
  /** The Istio version that the person writes for. */
  readonly version: TargetVersion;
}

export interface Parent {
  readonly field: ObjectField;
  readonly value: YamlMap;
  readonly path: Path;
}

/** A rule about single fields. Pure. */
export type FieldRule = (visit: Visit) => readonly Finding[];

/** Applies rules to every value of a resource that the schema knows, parents first. */
export function walk(visit: Visit, rules: readonly FieldRule[], found: Finding[]): void {
  for (const rule of rules) found.push(...rule(visit));
  const { field, value, path, parents, version } = visit;
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    if (field.kind === 'list')
      value.forEach((item, index) =>
        walk({ ...visit, field: field.item, value: item, path: [...path, index] }, rules, found),
      );
    return;
  }
  const inside = field.kind === 'object' ? [...parents, { field, value, path }] : parents;
  for (const [key, child] of Object.entries(value)) {
    const childField = childOf(field, key);
    if (childField)
      walk({ field: childField, value: child, path: [...path, key], parents: inside, version }, rules, found);
  }
}

/** The value as a map, when it is one. */
export function asMap(value: YamlValue | undefined): YamlMap | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
