import type { Regexes } from '../../istio/index.ts';
import { domainOf, type Condition, type Conditions } from './conditions.ts';
import type { Earlier } from './earlier.ts';
import { takesText } from './text-sets.ts';
import { isIn, type ValueSet } from './value-set.ts';

/** What nobody writes, so that only those take it who take nearly everything. */
const STRANGE = '~outside~';

/**
 * Whether there is certainly a request among those asked for that none of the earlier matches takes. Tries a few that are
 * out of the way: most matches that are reached at all show it so, without a look at what each earlier one leaves of them.
 * False says nothing.
 */
export function hasOutsider(
  earlier: Earlier,
  asked: ReadonlyMap<string, ValueSet>,
  regexes: Regexes | undefined,
): boolean {
  const request = new Map<string, string | null>();
  for (const [thing, set] of asked) {
    const value = strangest(set, regexes);
    if (value === undefined) return false;
    request.set(thing, value);
  }
  const path = request.get('path') ?? `/${STRANGE}`;
  const rivals = earlier.taking(path).map((index) => earlier.list[index] ?? []);
  return [null, STRANGE].some((rest) => rivals.every((one) => leaves(one, request, path, rest, regexes)));
}

/** Something that is certainly in a set, and as far as possible not in others; null for missing. */
function strangest(set: ValueSet, regexes: Regexes | undefined): string | null | undefined {
  const { there, missing } = set;
  const pieces = there?.all.at(-1)?.pieces ?? [{ text: '', tail: 'any' as const }];
  for (const { text, tail } of pieces) {
    const value = tail === 'none' ? text : text + STRANGE;
    if (isIn(set, value, regexes)) return value;
  }
  return missing === true ? null : undefined;
}

/** Whether a match certainly does not take a request; what the request says nothing of is `rest` where it can be. */
function leaves(
  one: Conditions,
  request: ReadonlyMap<string, string | null>,
  path: string,
  rest: string | null,
  regexes: Regexes | undefined,
): boolean {
  return one.some((condition) => {
    const said = request.get(condition.of);
    if (said !== undefined) return isUnmet(condition, said, regexes);
    if (condition.of === 'path') return isUnmet(condition, path, regexes);
    const domain = domainOf(condition.of);
    const value = rest === null && domain.missing !== true ? STRANGE : rest;
    return isIn(domain, value, regexes) && isUnmet(condition, value, regexes);
  });
}

const isUnmet = ({ met }: Condition, value: string | null, regexes: Regexes | undefined): boolean =>
  value === null
    ? met.missing === false
    : met.there === null ||
      met.there.all.some((texts) => takesText(texts, value, regexes) === false) ||
      met.there.none.some((texts) => takesText(texts, value, regexes) === true);
