import type { Regexes } from '../../istio/index.ts';

/**
 * A text that a regular expression takes, as short as it is easy to find; undefined where none was found. RE2 has the last
 * word, so what is not understood here costs an example and never makes a wrong one. https://github.com/google/re2/wiki/Syntax
 */
export function exampleOf(pattern: string, regexes: Regexes | undefined): string | undefined {
  const reading = regexes?.(pattern);
  if (reading?.fault !== null) return undefined;
  for (const more of [1, 0, 2]) {
    const made = new Example(pattern, more).made();
    if (made !== undefined && reading.matches(made)) return made;
  }
  return undefined;
}

const CLASSES: Readonly<Record<string, string>> = { d: '1', w: 'a', s: ' ', D: 'a', W: '-', S: 'a' };
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v' };
const POSIX: Readonly<Record<string, string>> = { digit: '1', upper: 'A', space: ' ', punct: '-' };
const NO_CHARACTER = new Set(['b', 'B', 'A', 'z', 'Z', 'Q', 'E']);

/** Reads a pattern from left to right and takes the first way everywhere. `more`: how often what may be repeated at will is. */
class Example {
  readonly #pattern: string;
  readonly #more: number;
  #at = 0;

  constructor(pattern: string, more: number) {
    this.#pattern = pattern;
    this.#more = more;
  }

  made(): string | undefined {
    const text = this.#alternatives();
    return this.#at === this.#pattern.length ? text : undefined;
  }

  /** The first alternative that says something. */
  #alternatives(): string {
    let first = this.#sequence();
    while (this.#pattern[this.#at] === '|') {
      this.#at++;
      const next = this.#sequence();
      first ||= next;
    }
    return first;
  }

  #sequence(): string {
    let text = '';
    for (;;) {
      const next = this.#pattern[this.#at];
      if (next === undefined || next === '|' || next === ')') return text;
      text += this.#repeated(this.#element(next));
    }
  }

  #repeated(one: string): string {
    const rest = this.#pattern.slice(this.#at);
    const [whole = '', least] = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(rest) ?? [];
    this.#at += whole.length;
    if (!whole) return one;
    if (least !== undefined) return one.repeat(Math.min(Number(least), 1000));
    if (whole.startsWith('?')) return this.#more ? one : '';
    return one.repeat(whole.startsWith('+') ? Math.max(1, this.#more) : this.#more);
  }

  #element(next: string): string {
    this.#at++;
    switch (next) {
      case '^':
      case '$':
        return '';
      case '.':
        return 'a';
      case '(':
        return this.#group();
      case '[':
        return this.#oneOf();
      case '\\':
        return this.#escaped();
      default:
        return next;
    }
  }

  #group(): string {
    const [opening = ''] = /^\?(?:P?<\w+>|[imsU-]*:?)/.exec(this.#pattern.slice(this.#at)) ?? [];
    this.#at += opening.length;
    const inside = this.#alternatives();
    if (this.#pattern[this.#at] === ')') this.#at++;
    return inside;
  }

  #escaped(): string {
    const letter = this.#pattern[this.#at++] ?? '';
    if (NO_CHARACTER.has(letter)) return '';
    return CLASSES[letter] ?? ESCAPES[letter] ?? letter;
  }

  /** A character of a class; of one that says what must not be, one that people write anyway. */
  #oneOf(): string {
    const [whole = ']'] = /^\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]/s.exec(this.#pattern.slice(this.#at)) ?? [];
    this.#at += whole.length;
    const body = whole.slice(0, -1);
    if (body.startsWith('^'))
      return ['a', '1', 'Z', '-', '/'].find((each) => !holds(body.slice(1), each)) ?? '~';
    const named = /^\[:(\w+):\]/.exec(body)?.[1];
    if (named) return POSIX[named] ?? 'a';
    return body.startsWith('\\') ? (CLASSES[body[1] ?? ''] ?? body[1] ?? '') : (body[0] ?? '');
  }
}

const holds = (body: string, character: string): boolean => {
  try {
    return new RegExp(`[${body.replaceAll('[:', '').replaceAll(':]', '')}]`).test(character);
  } catch {
    return body.includes(character);
  }
};
