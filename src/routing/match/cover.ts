import type { Regexes } from '../../istio/index.ts';
import { DEPENDENT, domainOf, type Conditions } from './conditions.ts';
import { Earlier } from './earlier.ts';
import { hasOutsider } from './outsider.ts';
import { areApart, isWithin, pieceWithin } from './text-sets.ts';
import { both, example, isNothing, type ValueSet } from './value-set.ts';

/** What is left of requests: every thing that something is known of, each by itself. */
type Region = ReadonlyMap<string, ValueSet>;

/** By thing, what it is in one request; null where it is missing. Things that are not named may be anything. */
export type Example = ReadonlyMap<string, string | null>;

/**
 * Whether what some matches take is certainly all that another one asks for, with those that it takes to say so, or
 * certainly not, with a request that none of them takes. `never` where no request can be what it asks for at all, with
 * the thing that cannot be so.
 */
export type Cover =
  | { readonly covered: 'yes'; readonly by: readonly number[] }
  | { readonly covered: 'never'; readonly thing: string }
  | { readonly covered: 'no'; readonly example: Example }
  | { readonly covered: 'unknown' };

/** More pieces than this are not followed: nobody would follow the answer either. */
const MOST_PIECES = 100;

/**
 * Takes each of `earlier` away from what `asked` asks for, within `given`, until nothing is left. Exact as long as the
 * things asked about are independent and their texts decidable; `unknown` where they are not. Who wants no example, which
 * takes most of the time, gets `unknown` for `no`.
 */
export function cover(
  before: Earlier | readonly Conditions[],
  asked: Conditions,
  given: Conditions,
  regexes: Regexes | undefined,
  wanted: 'example' | 'verdict' = 'example',
): Cover {
  const rivals = before instanceof Earlier ? before : new Earlier(before);
  const start = restricted([...given, ...asked], regexes);
  if (typeof start === 'string') return { covered: 'never', thing: start };
  if (wanted === 'verdict' && hasOutsider(rivals, start, regexes)) return { covered: 'unknown' };
  const earlier = rivals.list;
  let left: readonly Region[] = [start];
  const by: number[] = [];
  for (const index of rivals.meeting(start.get('path')?.there?.all ?? [])) {
    const one = earlier[index] ?? [];
    if (plainlyApart(start, one)) continue;
    if (wanted === 'verdict' && takesNoPath(start, one, regexes)) continue;
    const next = left.flatMap((region) => without(region, one, regexes) ?? [region]);
    if (next.length === left.length && next.every((region, at) => region === left[at])) continue;
    by.push(index);
    left = next;
    if (left.length === 0) return { covered: 'yes', by: fewest(earlier, by, start, regexes) };
    if (left.length > MOST_PIECES) return { covered: 'unknown' };
  }
  if (wanted === 'verdict') return { covered: 'unknown' };
  const asksPath = (one: Conditions): boolean => one.some(({ of }) => of === DEPENDENT);
  const dependent = asksPath(asked) || by.some((index) => asksPath(earlier[index] ?? []));
  const found = dependent ? undefined : firstOf(left, (region) => exampleOf(region, regexes));
  return found ? { covered: 'no', example: found } : { covered: 'unknown' };
}

function firstOf<T, U>(list: readonly T[], find: (item: T) => U | undefined): U | undefined {
  for (const item of list) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

const valueIn = (region: Region, thing: string): ValueSet => region.get(thing) ?? domainOf(thing);

/**
 * Whether a match certainly has no part in covering a region, because it takes not one of the region's paths, or of its
 * sets of paths, whole: the rest of that set would be left to others, and whoever takes such a rest takes all of it. Without
 * this, hundreds of regular expressions of which nobody knows what they have in common would all be kept in mind. (Only of
 * paths can this be said: of other things a match may ask that they are not so.)
 */
function takesNoPath(region: Region, conditions: Conditions, regexes: Regexes | undefined): boolean {
  const asked = conditions.find(({ of }) => of === 'path')?.met.there?.all[0];
  return (
    asked !== undefined &&
    !valueIn(region, 'path').there?.all.some(
      (texts) =>
        isWithin(texts, asked, regexes) ||
        texts.pieces.some((piece) => pieceWithin(piece, texts.ignoreCase, asked, regexes)),
    )
  );
}

/** Most rules of a long list have nothing to do with each other, and that is quickly seen. */
const plainlyApart = (region: Region, conditions: Conditions): boolean =>
  conditions.some(({ of, met }) => {
    const [asked] = met.there?.all ?? [];
    const value = region.get(of);
    if (!asked || met.missing !== false || !value?.there || value.missing !== false) return false;
    return value.there.all.some((texts) => areApart(texts, asked, undefined));
  });

/** What conditions leave of all there is; the thing that they leave nothing of, where there is one. */
function restricted(conditions: Conditions, regexes: Regexes | undefined): Region | string {
  const region = new Map<string, ValueSet>();
  for (const { of, met } of conditions) {
    const value = both(valueIn(region, of), met);
    if (isNothing(value, regexes)) return of;
    region.set(of, value);
  }
  return region;
}

/** A region without what conditions meet, in pieces that do not overlap; undefined where they take nothing of it. */
function without(
  region: Region,
  conditions: Conditions,
  regexes: Regexes | undefined,
): readonly Region[] | undefined {
  const pieces: Region[] = [];
  let inside = region;
  for (const { of, met, unmet } of conditions) {
    const value = valueIn(inside, of);
    const kept = both(value, met);
    if (isNothing(kept, regexes)) return undefined;
    const out = both(value, unmet);
    if (isNothing(out, regexes)) continue;
    pieces.push(new Map(inside).set(of, out));
    inside = new Map(inside).set(of, kept);
  }
  return pieces;
}

/** Those without which the rest does not cover: the words for people name no more than needed. */
function fewest(
  earlier: readonly Conditions[],
  by: readonly number[],
  start: Region,
  regexes: Regexes | undefined,
): readonly number[] {
  const covers = (some: readonly number[]): boolean => {
    let left: readonly Region[] = [start];
    for (const index of some)
      left = left.flatMap((region) => without(region, earlier[index] ?? [], regexes) ?? [region]);
    return left.length === 0;
  };
  const alone = by.find((index) => covers([index]));
  if (alone !== undefined) return [alone];
  let kept = by;
  for (const index of by.toReversed()) {
    const rest = kept.filter((one) => one !== index);
    if (covers(rest)) kept = rest;
  }
  return kept;
}

function exampleOf(region: Region, regexes: Regexes | undefined): Example | undefined {
  const values = new Map<string, string | null>();
  for (const [thing, set] of region) {
    const value = example(set, regexes);
    if (value === undefined) return undefined;
    values.set(thing, value);
  }
  return values;
}
