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
    return this.around ? this.around.path.concat(this.step) : [];
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

/** A field with all that is to be asked of it, and those inside it as far as values have led there. */
interface Asked {
  readonly field: Field;
  readonly all: readonly FieldRules[];
  readonly inside: Map<string, Asked>;
  /** What was fine the last time: neighbours often say the same. */
  fine: YamlValue | undefined;
}

export type Walk = (field: Field, value: YamlValue, version: TargetVersion) => readonly Finding[];

/** A walk that applies the rules for each field to every value of a resource that the schema knows, parents first. */
export function createWalk(rulesFor: (field: Field) => readonly FieldRules[]): Walk {
  // The schema stays the same as long as the page is open.
  const known = new WeakMap<Field, Asked>();
  const askedOf = (field: Field): Asked => {
    let asked = known.get(field);
    if (!asked)
      known.set(field, (asked = { field, all: rulesFor(field), inside: new Map(), fine: undefined }));
    return asked;
  };
  const enter = (around: Asked, step: string | number): Asked | undefined => {
    const child = childOf(around.field, step);
    return child && askedOf(child);
  };
  return (field, value, version) => {
    const found: Finding[] = [];
    visit(askedOf(field), new Place(field, value, version), enter, found);
    return found;
  };
}

type Enter = (around: Asked, step: string | number) => Asked | undefined;

function visit(asked: Asked, place: Place, enter: Enter, found: Finding[]): void {
  const { value } = place;
  apply(asked.all, place, found);
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    const item = enter(asked, 0);
    if (item)
      for (let index = 0; index < value.length; index++)
        step(item, value[index] ?? null, place, index, enter, found);
    return;
  }
  for (const key of Object.keys(value)) {
    let child = asked.inside.get(key);
    if (!child) {
      child = enter(asked, key);
      // Keys of maps are anything, and not worth keeping.
      if (child && asked.field.kind === 'object') asked.inside.set(key, child);
    }
    const content = value[key];
    if (child && content !== undefined) step(child, content, place, key, enter, found);
  }
}

/** Most of what stands in a resource is single values, and nothing is wrong with them: for those no place is made. */
function step(
  asked: Asked,
  value: YamlValue,
  around: Place,
  key: string | number,
  enter: Enter,
  found: Finding[],
): void {
  const { field, all } = asked;
  if (typeof value === 'object' && value !== null) {
    visit(asked, new Place(field, value, around.version, around, key), enter, found);
    return;
  }
  if (value === asked.fine) return;
  for (let index = 0; index < all.length; index++) {
    if (all[index]?.isFine?.(field, value)) continue;
    apply(all, new Place(field, value, around.version, around, key), found);
    return;
  }
  asked.fine = value;
}

function apply(all: readonly FieldRules[], place: Place, found: Finding[]): void {
  for (let index = 0; index < all.length; index++) {
    const asked = all[index];
    if (!asked || asked.isFine?.(place.field, place.value)) continue;
    for (const rule of asked.rules) found.push(...rule(place));
  }
}

/** The value as a map, when it is one. */
export function asMap(value: YamlValue | undefined): YamlMap | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
