import type { Path } from '../../yaml/index.ts';

/** A plain sentence about a resource, and the part of it that says so. */
export interface Sentence {
  readonly text: string;
  /** From the resource's root. */
  readonly path: Path;
  /** Likely not what was meant. */
  readonly odd?: boolean;
}

/** `a`, `a and b`, `a, b and c`. */
export const listOf = (words: readonly string[], last = 'and'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
