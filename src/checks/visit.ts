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

/** Rules for a field, and whether a value is such that certainly none of them has anything to say: nearly every value is. */
export interface FieldRules {
  readonly rules: readonly FieldRule[];
  readonly isFine?: (field: Field, value: YamlValue) => boolean;
}

/** Where in a resource a value stands; what rules ask of that is put together for the few that they find fault with. */
class Place implements Visit {
  declare readonly field: Field;
  declare readonly value: YamlValue;
  declare readonly version: TargetVersion;
  declare private readonly around: Place | undefined;
  declare private readonly step: string | number;

  constructor(
    field: Field,
    value: YamlValue,
    version: TargetVersion,
    around?: Place,
    step: string | number = '',
  ) {
    this.field = field;
    this.value = value;
    this.version = version;
    this.around = around;
    this.step = step;
  }

  get path(): Path {
    return this.around ? [...this.around.path, this.step] : [];
  }

  get parents(): readonly Parent[] {
    const { around } = this;
    if (!around) return [];
    const map = asMap(around.value);
    return around.field.kind === 'object' && map
      ? [...around.parents, { field: around.field, value: map, path: around.path }]
      : around.parents;
  }
}

export type RulesFor = (field: Field) => readonly FieldRules[];

/** Applies the rules for each field to every value of a resource that the schema knows, parents first. */
export function walk(
  field: Field,
  value: YamlValue,
  version: TargetVersion,
  rulesFor: RulesFor,
): readonly Finding[] {
  const found: Finding[] = [];
  visit(new Place(field, value, version), rulesFor, found);
  return found;
}

function visit(place: Place, rulesFor: RulesFor, found: Finding[]): void {
  const { field, value } = place;
  apply(rulesFor(field), place, found);
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    if (field.kind !== 'list') return;
    for (const [index, item] of value.entries()) enter(field.item, item, place, index, rulesFor, found);
    return;
  }
  for (const key of Object.keys(value)) {
    const child = childOf(field, key);
    const content = value[key];
    if (child && content !== undefined) enter(child, content, place, key, rulesFor, found);
  }
}

/** Most of what stands in a resource is single values, and nothing is wrong with them: for those no place is made. */
function enter(
  field: Field,
  value: YamlValue,
  around: Place,
  step: string | number,
  rulesFor: RulesFor,
  found: Finding[],
): void {
  if (typeof value === 'object' && value !== null) {
    visit(new Place(field, value, around.version, around, step), rulesFor, found);
    return;
  }
  const rules = rulesFor(field);
  if (!isFine(rules, field, value))
    apply(rules, new Place(field, value, around.version, around, step), found);
}

function isFine(all: readonly FieldRules[], field: Field, value: YamlValue): boolean {
  for (const one of all) if (!one.isFine?.(field, value)) return false;
  return true;
}

function apply(all: readonly FieldRules[], place: Place, found: Finding[]): void {
  for (const { rules, isFine } of all) {
    if (isFine?.(place.field, place.value)) continue;
    for (const rule of rules) found.push(...rule(place));
  }
}

/** The value as a map, when it is one. */
export function asMap(value: YamlValue | undefined): YamlMap | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
