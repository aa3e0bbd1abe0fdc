import type { Regexes } from '../../istio/index.ts';
import { areApart, isWithin, pieceApart, pieceWithin, takesAll, takesText, type Texts } from './text-sets.ts';

/**
 * What one thing about a request may be: a header, the path, the port, a label of the caller. It may be missing, or a
 * text that is in each of `all` and in none of `none`.
 */
export interface ValueSet {
  /** May it be missing; null where nobody can say. */
  readonly missing: boolean | null;
  /** Null where it may not be there. */
  readonly there: { readonly all: readonly Texts[]; readonly none: readonly Texts[] } | null;
}

export const ANYTHING: ValueSet = { missing: true, there: { all: [], none: [] } };

export function both(a: ValueSet, b: ValueSet): ValueSet {
  return {
    missing: a.missing === false || b.missing === false ? false : a.missing === null ? null : b.missing,
    there: a.there &&
      b.there && { all: join(a.there.all, b.there.all), none: join(a.there.none, b.there.none) },
  };
}

const join = <T>(a: readonly T[], b: readonly T[]): readonly T[] =>
  a.length === 0 ? b : b.length === 0 ? a : [...a, ...b.filter((one) => !a.includes(one))];

/** Whether certainly nothing is left. */
export function isNothing({ missing, there }: ValueSet, regexes: Regexes | undefined): boolean {
  if (missing !== false) return false;
  if (there === null) return true;
  const { all, none } = there;
  if (none.length === 0 && all.length < 2) return all[0]?.pieces.length === 0;
  const [first, second] = all;
  if (none.length === 0 && first && second && all.length === 2)
    return areApart(first, second, regexes) || areApart(second, first, regexes);
  if (none.some(takesAll)) return true;
  return all.some((texts, index) => {
    if (none.some((other) => isWithin(texts, other, regexes))) return true;
    const others = all.filter((_, at) => at !== index);
    if (others.some((other) => areApart(texts, other, regexes))) return true;
    return texts.pieces.every(
      (piece) =>
        none.some((other) => pieceWithin(piece, texts.ignoreCase, other, regexes)) ||
        others.some((other) => pieceApart(piece, texts.ignoreCase, other, regexes)),
    );
  });
}

/** Whether a text is certainly in it; null for missing. */
export function isIn(
  { missing, there }: ValueSet,
  value: string | null,
  regexes: Regexes | undefined,
): boolean {
  if (value === null) return missing === true;
  return (
    there !== null &&
    there.all.every((texts) => takesText(texts, value, regexes) === true) &&
    there.none.every((texts) => takesText(texts, value, regexes) === false)
  );
}

/** Something that is certainly in it: a text, or null for missing; undefined where none was found. */
export function example(
  { missing, there }: ValueSet,
  regexes: Regexes | undefined,
): string | null | undefined {
  if (there) {
    const tried = [...there.all, ...there.none].flatMap(({ pieces }) =>
      pieces.flatMap(({ text, tail }) =>
        [text, text.toUpperCase()].flatMap((one) => (tail === 'none' ? [one] : [one, `${one}~`, `${one}/~`])),
      ),
    );
    const found = ['~', ...tried, '/~'].find((text) => isIn({ missing, there }, text, regexes));
    if (found !== undefined) return found;
  }
  return missing === true ? null : undefined;
}
