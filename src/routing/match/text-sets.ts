import type { Regexes } from '../../istio/index.ts';
import type { TextMatch } from './http-match.ts';
import { regexPieces, type Piece } from './regex-pieces.ts';
import { smallLetters } from './takes.ts';

/** Texts that a match takes. Pieces bound it, and are exactly it where there is no regular expression that says more. */
export interface Texts {
  readonly pieces: readonly Piece[];
  readonly ignoreCase: boolean;
  /** What decides where the pieces only bound: a regular expression, or the name of a question nobody can answer here. */
  readonly decider: Decider | null;
}

type Decider = { readonly regex: string } | { readonly opaque: string };

const of = (text: string, tail: Piece['tail'], ignoreCase = false): Texts => ({
  pieces: [{ text: ignoreCase ? smallLetters(text) : text, tail }],
  ignoreCase,
  decider: null,
});

export const exactly = (text: string): Texts => of(text, 'none');
export const beginningWith = (text: string): Texts => of(text, 'any');
export const oneOf = (texts: readonly string[]): Texts => ({
  pieces: texts.map((text) => ({ text, tail: 'none' })),
  ignoreCase: false,
  decider: null,
});
/** Texts of which only the question is known. Equal questions have equal answers. */
export const opaque = (question: string): Texts => ({
  pieces: [{ text: '', tail: 'some' }],
  ignoreCase: false,
  decider: { opaque: question },
});

/** The texts that a StringMatch takes. */
export function textsOf(match: TextMatch, ignoreCase = false): Texts {
  switch (match.kind) {
    case 'any':
      return of('', 'any');
    case 'exact':
      return of(match.text, 'none', ignoreCase);
    case 'prefix':
      return of(match.text, 'any', ignoreCase);
    case 'regex': {
      const pieces = regexPieces(match.text);
      const bound = pieces.some(({ tail }) => tail === 'some');
      return { pieces, ignoreCase: false, decider: bound ? { regex: match.text } : null };
    }
  }
}

/** Whether it takes a text; undefined where nobody can say. */
export function takesText(texts: Texts, text: string, regexes: Regexes | undefined): boolean | undefined {
  const compared = texts.ignoreCase ? smallLetters(text) : text;
  let taken = false;
  for (const piece of texts.pieces) {
    if (!pieceTakes(piece, compared)) continue;
    if (piece.tail !== 'some' || texts.decider === null) return true;
    taken = true;
  }
  if (!taken || texts.decider === null) return false;
  if ('opaque' in texts.decider) return undefined;
  const reading = regexes?.(texts.decider.regex);
  return reading?.fault === null ? reading.matches(text) : undefined;
}

const pieceTakes = ({ text: start, tail }: Piece, text: string): boolean =>
  tail === 'none' ? text === start : text.startsWith(start);

const hasLetters = (text: string): boolean => /[a-z]/i.test(text);

/** Whether every text of the one is certainly one of the other. */
export function isWithin(inner: Texts, outer: Texts, regexes: Regexes | undefined): boolean {
  if (inner.decider && outer.decider && sameDecider(inner.decider, outer.decider)) return true;
  return inner.pieces.every((piece) => pieceWithin(piece, inner.ignoreCase, outer, regexes));
}

const sameDecider = (a: Decider, b: Decider): boolean =>
  'regex' in a ? 'regex' in b && a.regex === b.regex : 'opaque' in b && a.opaque === b.opaque;

/** Whether certainly every text there is is one of them. */
export const takesAll = ({ pieces }: Texts): boolean =>
  pieces.some(({ text, tail }) => text === '' && tail === 'any');

/** Whether all texts of one piece are certainly among `outer`. */
export function pieceWithin(
  piece: Piece,
  ignoreCase: boolean,
  outer: Texts,
  regexes: Regexes | undefined,
): boolean {
  // In other cases than the outer side tells apart, the text itself stands for one of many.
  if (ignoreCase && !outer.ignoreCase && hasLetters(piece.text)) {
    return takesAll(outer);
  }
  const text = outer.ignoreCase ? smallLetters(piece.text) : piece.text;
  const certain = outer.pieces.some((by) =>
    by.tail === 'any'
      ? text.startsWith(by.text)
      : by.tail === piece.tail && by.tail === 'none' && by.text === text,
  );
  return certain || (piece.tail === 'none' && takesText(outer, piece.text, regexes) === true);
}

/** Whether certainly no text is in both. */
export function areApart(a: Texts, b: Texts, regexes: Regexes | undefined): boolean {
  return a.pieces.every((piece) => pieceApart(piece, a.ignoreCase, b, regexes));
}

/** Whether certainly no text of one piece is among `other`. */
export function pieceApart(
  piece: Piece,
  ignoreCase: boolean,
  other: Texts,
  regexes: Regexes | undefined,
): boolean {
  const either = ignoreCase || other.ignoreCase;
  const text = either ? smallLetters(piece.text) : piece.text;
  const meets = other.pieces.some((by) => {
    const start = either ? smallLetters(by.text) : by.text;
    if (by.tail === 'none') return piece.tail === 'none' ? start === text : start.startsWith(text);
    return text.startsWith(start) || (piece.tail !== 'none' && start.startsWith(text));
  });
  if (!meets) return true;
  if (piece.tail !== 'none' || (ignoreCase && hasLetters(piece.text))) return false;
  return other.decider !== null && takesText(other, piece.text, regexes) === false;
}
