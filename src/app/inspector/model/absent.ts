import {
  childOf,
  knownIn,
  NEWEST_VERSION,
  summaryOfField,
  unmetNeed,
  type Field,
  type Need,
  type ObjectField,
  type TargetVersion,
} from '../../../istio/index.ts';
import { formatPath, type Path, type YamlValue } from '../../../yaml/index.ts';
import { child, enclosingItem, isMap, isWithin, stepInto, valueAt } from './path.ts';
import { holdsOnlySections, isTextChoice, soleField } from './shape.ts';

/** A field that could be added. */
export interface AbsentField {
  readonly field: Field;
  readonly path: Path;
  /** The path as shown: relative to what fields are being added to. */
  readonly text: string;
  readonly title: string;
  readonly summary: string;
  /** Why it would mean nothing there as things are. */
  readonly unmet?: Need;
}

/** Beyond this many, search from inside a section or an item instead. */
const MOST = 6_000;

/**
 * Every field inside `within` that is not written: of objects that are there and of objects that are not,
 * and of the items that lists have, as far as Istio `version` knows them. Fields near `near` come first, the higher before the
 * deeper and metadata behind them, then those that would mean nothing as things are, outdated ones last.
 */
export function absentFields(
  schema: ObjectField,
  resource: YamlValue,
  within: Path,
  near: Path,
  version: TargetVersion = NEWEST_VERSION,
): readonly AbsentField[] {
  const found: AbsentField[] = [];

  function visit(field: Field, value: YamlValue | undefined, path: Path): void {
    if (found.length >= MOST) return;
    if (field.kind === 'list') {
      if (Array.isArray(value))
        for (const [index, item] of value.entries()) visit(field.item, item, child(path, index));
      return;
    }
    if (field.kind === 'map') {
      if (isMap(value))
        for (const key of Object.keys(value)) visit(field.value, value[key], child(path, key));
      return;
    }
    if (field.kind !== 'object' || isTextChoice(field)) return;
    if (value !== undefined && value !== null && !isMap(value)) return;
    const sole = soleField(field, value);
    for (const member of field.fields.values()) {
      const at = child(path, member.name);
      const inside = stepInto(value, member.name);
      if (inside === undefined && !knownIn(member, version)) continue;
      if (path.length === 0 && member.kind !== 'object') continue;
      // The only field of an absent object is added under the object's own name.
      if (inside === undefined && path.length > 0 && member !== (value === undefined ? sole : undefined)) {
        const unmet = unmetNeed(field, member, value);
        found.push({
          field: member,
          path: at,
          text: formatPath(at.slice(within.length)),
          title: member.title,
          summary: summaryOfField(member),
          ...(unmet && { unmet }),
        });
      }
      visit(member, inside, at);
    }
  }

  const start = fieldWithin(schema, within);
  const items =
    near.length > within.length && isWithin(near, within) ? enclosingItem(near, within.length) : null;
  if (items) visit(fieldWithin(schema, items) as Field, valueAt(resource, items), items);
  const first = found.length;
  if (start) visit(start, valueAt(resource, within), within);
  const rest = found.splice(first).filter((each) => !items || !isWithin(each.path, items));
  const all = [...found.toSorted(byUse), ...rest.toSorted(byUse)];
  return [
    ...all.filter((each) => !each.field.deprecated && !each.unmet),
    ...all.filter((each) => !each.field.deprecated && each.unmet),
    ...all.filter((each) => each.field.deprecated),
  ];
}

/** What stands higher is more likely meant than what is deep inside; most of the metadata is the cluster's own. */
const byUse = (a: AbsentField, b: AbsentField): number =>
  Number(a.path[0] === 'metadata') - Number(b.path[0] === 'metadata') || a.path.length - b.path.length;

/** Where a chosen field is drawn: an object that only holds sections has none of its own, so its first one stands for it. */
export function drawnAt(field: Field, path: Path): Path {
  if (field.kind !== 'object' || !holdsOnlySections(field) || field.unions.length > 0) return path;
  const first = [...field.fields.values()].find((member) => member.common);
  return first ? drawnAt(first, child(path, first.name)) : path;
}

/** The field at a path of the schema; undefined where it has none. */
export function fieldWithin(schema: ObjectField, path: Path): Field | undefined {
  return path.reduce<Field | undefined>((field, step) => field && childOf(field, step), schema);
}

/** The fields whose path, title or sentence hold all words; those with the words in path or title first. */
export function searchFields(fields: readonly AbsentField[], query: string): readonly AbsentField[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return fields;
  const scored = fields.flatMap((each) => {
    const name = `${each.text} ${each.title}`.toLowerCase();
    const all = `${name} ${each.summary.toLowerCase()}`;
    if (!words.every((word) => all.includes(word))) return [];
    const own = each.title.toLowerCase();
    const last = each.field.name.toLowerCase();
    const score = words.reduce(
      (sum, word) =>
        sum +
        (last.startsWith(word) || own.startsWith(word)
          ? 3
          : last.includes(word) || own.includes(word)
            ? 2
            : name.includes(word)
              ? 1
              : 0),
      0,
    );
    return [{ each, score }];
  });
  return scored.toSorted((a, b) => b.score - a.score).map(({ each }) => each);
}
