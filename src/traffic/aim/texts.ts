import type { Regexes } from '../../istio/index.ts';
import type { TextMatch } from '../../routing/index.ts';
import { exampleOf } from './regex-example.ts';

/** Texts that a match of a header, a query parameter and the like takes, the plainest first; none where none is found. */
export function textsFor(match: TextMatch, regexes: Regexes | undefined): readonly string[] {
  switch (match.kind) {
    case 'any':
      return ['1', 'other'];
    case 'exact':
      return [match.text];
    case 'prefix':
      return [match.text, `${match.text}1`];
    case 'regex': {
      const example = exampleOf(match.text, regexes);
      return example === undefined ? [] : [example];
    }
  }
}

/** Paths that a match of the path takes; null takes any. A prefix is tried with a segment after it, and cut off in the midst of one. */
export function pathsFor(match: TextMatch | null, regexes: Regexes | undefined): readonly string[] {
  if (match === null || match.kind === 'any') return ['/', '/other', '/other/1'];
  if (match.kind !== 'prefix') return textsFor(match, regexes);
  const { text } = match;
  return text.endsWith('/') ? [text, `${text}1`, `${text}other/1`] : [text, `${text}/1`, `${text}-other`];
}

/** A text that a match does not take. */
export const textsAgainst = (match: TextMatch): readonly string[] =>
  match.kind === 'exact' ? [`${match.text}-other`] : ['other', 'another'];
