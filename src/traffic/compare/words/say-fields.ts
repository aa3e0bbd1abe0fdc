import {
  asMap,
  asNumber,
  asText,
  childOf,
  member,
  singular,
  valueAt,
  type Field,
} from '../../../istio/index.ts';
import { equalValues, type Path, type YamlMap, type YamlValue } from '../../../yaml/index.ts';
import { paired, type Identity, type Pair } from './paired.ts';
import { keyWords, valueWords } from './values.ts';

/** What changed, in one sentence, and where: in the resource as it is, or, of what is gone, as it was. */
export interface ChangeSentence {
  readonly text: string;
  readonly path: Path;
}

/** A place in a resource, and what it is called. */
export interface Place {
  readonly path: Path;
  /** Where it stood, which matters inside of lists. */
  readonly was: Path;
  readonly field: Field | undefined;
  /** Of whom it is said: "Subset v2", "Requests whose path begins with /v2". */
  readonly who: string;
  /** The words of what it stands in, from outside: `connection pool`, `TCP`. */
  readonly within: readonly string[];
}

/** Has its own words for some field; undefined where it has none. */
export type Special = (
  place: Place,
  before: YamlValue | undefined,
  after: YamlValue | undefined,
) => readonly ChangeSentence[] | undefined;

/** Said of everything, so it says nothing. */
const SILENT = new Set(['spec', 'trafficPolicy', 'metadata']);

/** What differs between two values, one sentence each. Nothing where they hold the same data. */
export function sayFields(
  place: Place,
  before: YamlValue | undefined,
  after: YamlValue | undefined,
  special: Special = () => undefined,
): readonly ChangeSentence[] {
  if (equalValues(before, after)) return [];
  const own = special(place, before, after);
  if (own) return own;
  const [old, fresh] = [asMap(before), asMap(after)];
  if (old && fresh && !isShare(old) && !isShare(fresh)) return sayMaps(place, old, fresh, special);
  if (Array.isArray(before) && Array.isArray(after)) return sayLists(place, before, after, special);
  return [sentence(place, cameOrWent(before, after), after === undefined)];
}

export const sentence = ({ path, was, who, within }: Place, what: string, gone = false): ChangeSentence => ({
  text: capital(`${who && `${who}: `}${[...within, what].join(' › ')}`),
  path: gone ? was : path,
});

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `{ value: 10 }` is one value to people. */
const isShare = (map: YamlMap): boolean => Object.keys(map).join() === 'value';

function cameOrWent(before: YamlValue | undefined, after: YamlValue | undefined): string {
  if (before === undefined) return `${valueWords(after)} added`;
  if (after === undefined) return `${valueWords(before)} taken away`;
  return `${valueWords(before)} → ${valueWords(after)}`;
}

/** A key of a place, as a place. */
export function under(place: Place, key: string): Place {
  const field = place.field && childOf(place.field, key);
  return { ...place, path: [...place.path, key], was: [...place.was, key], field };
}

function sayMaps(place: Place, before: YamlMap, after: YamlMap, special: Special): readonly ChangeSentence[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const [old, fresh] = [member(before, key), member(after, key)];
    if (equalValues(old, fresh)) return [];
    const at = under(place, key);
    const own = special(at, old, fresh);
    if (own) return own;
    const words = keyWords(key, at.field);
    const deeper = isBranch(old) && isBranch(fresh);
    if (!deeper) return [sentence(at, `${words} ${cameOrWent(old, fresh)}`, fresh === undefined)];
    const within = SILENT.has(key) && place.path.length < 4 ? place.within : [...place.within, words];
    return sayFields({ ...at, within }, old, fresh, special);
  });
}

/** Whether one goes on inside of it. */
const isBranch = (value: YamlValue | undefined): boolean => {
  const map = asMap(value);
  return Array.isArray(value) || (map !== undefined && !isShare(map));
};

/** What tells items of lists apart, in Kubernetes's and Istio's habit. */
const IDENTITIES: readonly Identity[] = [
  (item) => asText(member(item, 'name')),
  (item) => asNumber(valueAt(item, ['port', 'number'])) ?? asText(valueAt(item, ['port', 'name'])),
  (item) => asNumber(member(item, 'number')) ?? asNumber(member(item, 'port')),
  (item) => asText(member(item, 'address')),
  (item) => member(item, 'destination'),
  (item) => asText(member(item, 'from')) ?? asText(member(item, 'issuer')),
];

function sayLists(
  place: Place,
  before: readonly YamlValue[],
  after: readonly YamlValue[],
  special: Special,
): readonly ChangeSentence[] {
  const plain = [...before, ...after].every((item) => typeof item !== 'object' || item === null);
  const pairs = paired(before, after, plain ? [] : IDENTITIES, !plain);
  return plain ? sayPlain(place, pairs) : pairs.flatMap((pair) => sayItem(place, pair, special));
}

/** A list of texts or numbers: what came, what went. */
function sayPlain(place: Place, pairs: readonly Pair[]): readonly ChangeSentence[] {
  const [come, gone] = [pairs.filter(({ before }) => !before), pairs.filter(({ after }) => !after)];
  const list = (items: readonly Pair[]): string =>
    items.map(({ before, after }) => valueWords((after ?? before)?.value)).join(', ');
  if (!come.length && !gone.length) return [sentence(place, 'in another order')];
  if (!gone.length) return [sentence(place, `${list(come)} added`)];
  if (!come.length) return [sentence(place, `${list(gone)} taken away`)];
  return [sentence(place, `${list(come)} instead of ${list(gone)}`)];
}

function sayItem(place: Place, pair: Pair, special: Special): readonly ChangeSentence[] {
  const { before, after, moved } = pair;
  const at = itemPlace(place, pair);
  const item = after ?? before;
  if (!item) return [];
  if (!before) return [sentence({ ...at, ...here(place) }, `${at.item} added${saidOf(item.value)}`)];
  if (!after)
    return [sentence({ ...at, ...here(place) }, `${at.item} taken away${saidOf(item.value)}`, true)];
  const within = {
    ...at,
    ...(place.who ? { within: [...withoutLast(place), at.item] } : { who: at.item, within: [] }),
  };
  return [
    ...(moved ? [sentence(at, `${at.item} moved from place ${before.index + 1} to ${after.index + 1}`)] : []),
    ...sayFields(within, before.value, after.value, special),
  ];
}

/** The name of the list stands in that of its item. */
const withoutLast = ({ within }: Place): readonly string[] => within.slice(0, -1);
const here = (place: Place) => ({ who: place.who, within: withoutLast(place) });

function itemPlace(place: Place, { before, after }: Pair): Place & { readonly item: string } {
  const item = after ?? before;
  const field = place.field && childOf(place.field, item?.index ?? 0);
  const title = place.field?.title ?? String(place.path.findLast((step) => typeof step === 'string') ?? '');
  const one = place.field?.one ?? singular(title);
  return {
    ...place,
    path: [...place.path, after?.index ?? 0],
    was: [...place.was, before?.index ?? 0],
    field,
    item: `${one} ${nameOf(item?.value) ?? (item?.index ?? 0) + 1}`,
  };
}

const nameOf = (item: YamlValue | undefined): string | undefined => {
  const host = asText(valueAt(item, ['destination', 'host']));
  const subset = asText(valueAt(item, ['destination', 'subset']));
  if (host !== undefined) return subset === undefined ? host : `${subset} of ${host}`;
  const named =
    asText(member(item, 'name')) ??
    asNumber(valueAt(item, ['port', 'number'])) ??
    asNumber(member(item, 'number')) ??
    asText(member(item, 'address'));
  return named === undefined ? undefined : String(named);
};

/** What an item says beside its name, in brackets. */
function saidOf(item: YamlValue): string {
  const map = asMap(item);
  if (!map) return ` (${valueWords(item)})`;
  const { name, ...rest } = map;
  const said = name === undefined || !Object.keys(rest).length ? map : rest;
  return Object.keys(said).length ? ` (${valueWords(said, 90)})` : '';
}
