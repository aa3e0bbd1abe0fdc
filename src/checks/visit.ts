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

/** Applies the rules for each field to every value of a resource that the schema knows, parents first. */
export function walk(visit: Visit, rulesFor: (field: Field) => readonly FieldRule[], found: Finding[]): void {
  const { field, value, path, parents, version } = visit;
  for (const rule of rulesFor(field)) {
    const findings = rule(visit);
    if (findings.length > 0) found.push(...findings);
  }
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    if (field.kind !== 'list') return;
    const { item } = field;
    value.forEach((one, index) =>
      walk({ field: item, value: one, path: [...path, index], parents, version }, rulesFor, found),
    );
    return;
  }
  const inside = field.kind === 'object' ? [...parents, { field, value, path }] : parents;
  for (const key of Object.keys(value)) {
    const child = childOf(field, key);
    const content = value[key];
    if (child && content !== undefined)
      walk({ field: child, value: content, path: [...path, key], parents: inside, version }, rulesFor, found);
  }
}

/** The value as a map, when it is one. */
export function asMap(value: YamlValue | undefined): YamlMap | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
