import {
  knownIn,
  unmetNeed,
  type Field,
  type Need,
  type ObjectField,
  type TargetVersion,
  type Union,
} from '../../../istio/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { child, isMap, pathKey, stepInto } from './path.ts';
import { holdsOnlySections, isBundle, isLeaf, soleField } from './shape.ts';
import { lowerFirst } from './words.ts';

/** Something to draw for an object, in order. Paths start at the resource. */
export type Entry =
  | {
      readonly kind: 'member';
      readonly field: Field;
      readonly path: Path;
      readonly value: YamlValue | undefined;
      readonly label: string;
      /** Why it means nothing where it stands. */
      readonly unmet?: Need;
    }
  | {
      readonly kind: 'union';
      readonly union: Union;
      readonly owner: ObjectField;
      readonly path: Path;
      readonly value: YamlValue | undefined;
    }
  /** An object whose fields follow without a heading. */
  | { readonly kind: 'through'; readonly path: Path }
  | { readonly kind: 'unknown'; readonly path: Path; readonly key: string; readonly value: YamlValue };

/** Something common that is not there: offered as a button. */
export interface Offer {
  readonly field: Field;
  readonly path: Path;
}

/** Common fields that mean nothing here, and what they would need. */
export interface Hidden {
  readonly need: Need;
  readonly fields: readonly Field[];
}

export interface Arrangement {
  readonly entries: readonly Entry[];
  readonly offers: readonly Offer[];
  readonly hidden: readonly Hidden[];
}

/** What the form knows beside the value: fields that a person asked for, and places with problems, both by path key; and the Istio version. */
export interface Shown {
  readonly opened: ReadonlySet<string>;
  readonly troubled: ReadonlySet<string>;
  /** What came later is drawn where it is written, and not offered. */
  readonly version: TargetVersion;
}

/** `card`: the top of a resource's spec or of a list's item; `section`: an object with a heading; `group`: one inside that. */
export type Level = 'card' | 'section' | 'group';

/**
 * What to draw of an object: what is written, what a person asked for, what has a problem, and the common fields;
 * each union once, where its first member stands; keys that the schema does not know at the end.
 * Objects that only hold other objects are drawn through, so that a form is not a staircase of headings.
 */
export function arrange(
  field: ObjectField,
  value: YamlValue | undefined,
  path: Path,
  level: Level,
  shown: Shown,
): Arrangement {
  const entries: Entry[] = [];
  const offers: Offer[] = [];
  const hidden: Hidden[] = [];
  const unions = disjointUnions(field);
  const drawn = new Set<Union>();
  const bundle = level === 'section' && isBundle(field);

  for (const member of field.fields.values()) {
    const at = child(path, member.name);
    const union = unions.find(({ members }) => members.includes(member.name));
    if (union) {
      if (!drawn.has(union)) {
        drawn.add(union);
        arrangeUnion(union);
      }
      continue;
    }
    const inside = stepInto(value, member.name);
    const present = inside !== undefined;
    const wanted = present || isShown(at, shown);
    if (!wanted && !knownIn(member, shown.version)) continue;
    const unmet = unmetNeed(field, member, value);
    if (unmet && !wanted) {
      if (member.common) hide(member, unmet);
      continue;
    }
    const entry: Entry = {
      kind: 'member',
      field: member,
      path: at,
      value: inside,
      label: member.title,
      ...(unmet && { unmet }),
    };
    if (isLeaf(member, inside)) {
      if (wanted || member.common) entries.push(entry);
    } else if (member.kind === 'object' && drawsThrough(member, inside, bundle)) {
      if (wanted || member.common) {
        const through = arrange(member, inside, at, level === 'card' ? 'card' : 'group', shown);
        entries.push({ kind: 'through', path: at }, ...through.entries);
        offers.push(...through.offers);
        hidden.push(...through.hidden);
      }
    } else if (wanted || (member.common && member.required)) {
      entries.push(entry);
    } else if (member.common) {
      offers.push({ field: member, path: at });
    }
  }
  if (isMap(value)) {
    for (const key of Object.keys(value)) {
      if (!field.fields.has(key))
        entries.push({ kind: 'unknown', path: child(path, key), key, value: value[key] as YamlValue });
    }
  }
  return { entries: bundle ? withClearLabels(entries, field, path) : entries, offers, hidden };

  function hide(member: Field, need: Need) {
    const same = hidden.findIndex((each) => String(each.need.values) === String(need.values));
    const fields = [...(hidden[same]?.fields ?? []), member];
    hidden.splice(same < 0 ? hidden.length : same, 1, { need, fields });
  }

  function arrangeUnion(union: Union) {
    const members = union.members.flatMap((name) => field.fields.get(name) ?? []);
    const wanted = members.some(
      (member) => stepInto(value, member.name) !== undefined || isShown(child(path, member.name), shown),
    );
    const common = members.filter((member) => member.common && knownIn(member, shown.version));
    if (wanted || union.required || common.some((member) => isLeaf(member))) {
      entries.push({ kind: 'union', union, owner: field, path, value });
    } else {
      for (const member of common) offers.push({ field: member, path: child(path, member.name) });
    }
  }

  function drawsThrough(member: ObjectField, inside: YamlValue | undefined, inBundle: boolean): boolean {
    if (inside !== undefined && inside !== null && !isMap(inside)) return false;
    if (soleField(member, inside)?.kind === 'object') return true;
    if (level === 'card' && field.fields.size === 1 && path.length > 1) return true;
    if (member.unions.length > 0) return false;
    if (level === 'card' && path.length > 1 && isAllThatIsRequired(field, member)) return true;
    return inBundle || (level === 'card' && holdsOnlySections(member) && !isBundle(member));
  }
}

/** Unions of which no field takes part in an earlier one; the fields of the others are drawn as fields. */
export function disjointUnions(field: ObjectField): readonly Union[] {
  const taken = new Set<string>();
  return field.unions.filter((union) => {
    if (union.members.some((name) => taken.has(name))) return false;
    for (const name of union.members) taken.add(name);
    return true;
  });
}

/** An item that is there for one of its objects: the `destination` of a route. */
function isAllThatIsRequired(field: ObjectField, member: ObjectField): boolean {
  return member.required && [...field.fields.values()].every((each) => each === member || !each.required);
}

function isShown(path: Path, shown: Shown): boolean {
  const key = pathKey(path);
  return shown.opened.has(key) || shown.troubled.has(key);
}

/** Where two fields of a bundle have one label, says whose they are: "TCP idle timeout". */
function withClearLabels(entries: readonly Entry[], field: ObjectField, path: Path): readonly Entry[] {
  const count = new Map<string, number>();
  for (const entry of entries) {
    if (entry.kind === 'member') count.set(entry.label, (count.get(entry.label) ?? 0) + 1);
  }
  return entries.map((entry) => {
    if (entry.kind !== 'member' || (count.get(entry.label) ?? 0) < 2) return entry;
    const owner = field.fields.get(String(entry.path[path.length]));
    return owner ? { ...entry, label: `${owner.title} ${lowerFirst(entry.label)}` } : entry;
  });
}
