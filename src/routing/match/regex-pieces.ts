/**
 * A set of texts that is easy to reason about: one text, or all that begin with one. `some` is not all of those but
 * nobody knows which, so it only bounds what a regular expression takes.
 */
export interface Piece {
  readonly text: string;
  readonly tail: 'none' | 'any' | 'some';
}

/** While reading: `end` stands where `$` allows nothing more. */
type Part = { readonly text: string; readonly tail: Piece['tail'] | 'end' };

const UNKNOWN: readonly Part[] = [{ text: '', tail: 'some' }];
/** Enough for what people write; beyond it a bound is all that is kept. */
const MOST = 24;

/** A construct that changes what others mean: of the whole expression nothing can be said. */
class Unreadable extends Error {}

/**
 * What a regular expression takes when the whole text must fit, as pieces: exactly those where no piece is `some`, and
 * at most those otherwise; pieces that are not `some` are in it for certain. After https://github.com/google/re2/wiki/Syntax
 */
export function regexPieces(pattern: string): readonly Piece[] {
  // What istiod refuses for its length is not read: it could be as deep as it is long.
  if (pattern.length > 1024) return [{ text: '', tail: 'some' }];
  const reader = { pattern, at: 0 };
  try {
    const parts = alternatives(reader, true);
    if (reader.at < pattern.length) throw new Unreadable();
    return parts.map(({ text, tail }) => ({ text, tail: tail === 'end' ? 'none' : tail }));
  } catch (error) {
    if (error instanceof Unreadable) return [{ text: '', tail: 'some' }];
    throw error;
  }
}

interface Reader {
  readonly pattern: string;
  at: number;
}

function alternatives(reader: Reader, outermost: boolean): readonly Part[] {
  const all: Part[] = [];
  for (;;) {
    if (outermost && reader.pattern[reader.at] === '^') reader.at++;
    all.push(...sequence(reader));
    if (reader.pattern[reader.at] !== '|') return few(all);
    reader.at++;
  }
}

function sequence(reader: Reader): readonly Part[] {
  let all: readonly Part[] = [{ text: '', tail: 'none' }];
  for (;;) {
    const next = reader.pattern[reader.at];
    if (next === undefined || next === '|' || next === ')') return all;
    const from = reader.at;
    const one = element(reader);
    all = joined(all, quantified(reader, one, reader.pattern.slice(from, reader.at) === '.'));
  }
}

/** One element, without the quantifier behind it. */
function element(reader: Reader): readonly Part[] {
  const next = letter(reader);
  if (next === '$') return [{ text: '', tail: 'end' }];
  if (next === '(') return group(reader);
  if (next === '[') return letters(reader);
  if (next === '\\') {
    const escaped = letter(reader);
    if (/^[dDwWsSbBAz]$/.test(escaped)) return UNKNOWN;
    if (!/^[^\sA-Za-z0-9]$/u.test(escaped)) throw new Unreadable();
    return [{ text: escaped, tail: 'none' }];
  }
  return /^[.*+?{}\]^]$/.test(next) ? UNKNOWN : [{ text: next, tail: 'none' }];
}

function letter(reader: Reader): string {
  const code = reader.pattern.codePointAt(reader.at);
  if (code === undefined) throw new Unreadable();
  const text = String.fromCodePoint(code);
  reader.at += text.length;
  return text;
}

function group(reader: Reader): readonly Part[] {
  const [kind] = /^\?(:|P?<\w+>)/.exec(reader.pattern.slice(reader.at)) ?? [''];
  reader.at += kind.length;
  // What is left are flags, which change what letters mean.
  if (reader.pattern[reader.at] === '?') throw new Unreadable();
  const parts = alternatives(reader, false);
  if (letter(reader) !== ')') throw new Unreadable();
  return parts;
}

/** A class: its letters, where it names them one by one. */
function letters(reader: Reader): readonly Part[] {
  const [whole = ''] =
    /^\^?\]?(?:[^\]\\[]|\\.|\[:\w+:\]|\[)*\]/su.exec(reader.pattern.slice(reader.at)) ?? [];
  if (whole === '') throw new Unreadable();
  reader.at += whole.length;
  const inside = whole.slice(0, -1);
  if (/^\^|[\\[]|.-./su.test(inside)) return UNKNOWN;
  return few([...new Set(inside)].map((text) => ({ text, tail: 'none' })));
}

/** `?`, `*`, `+` and `{…}` behind an element; `dot` for one that stands for any letter. */
function quantified(reader: Reader, one: readonly Part[], dot: boolean): readonly Part[] {
  const { pattern } = reader;
  const sign = pattern[reader.at];
  if (sign !== '?' && sign !== '*' && sign !== '+' && sign !== '{') return one;
  reader.at++;
  if (sign === '{') {
    const close = pattern.indexOf('}', reader.at);
    if (close < 0 || !/^\d+(,\d*)?$/.test(pattern.slice(reader.at, close))) throw new Unreadable();
    reader.at = close + 1;
  }
  // Whether it takes as little or as much as it can is all the same when the whole text must fit.
  if (pattern[reader.at] === '?') reader.at++;
  if (/^[*+?{]/.test(pattern.slice(reader.at, reader.at + 1))) throw new Unreadable();
  if (sign === '?') return few([{ text: '', tail: 'none' }, ...one]);
  // Neither paths nor headers hold the line breaks that `.` leaves out.
  if (sign === '*' && dot) return [{ text: '', tail: 'any' }];
  if (sign === '+') return one.map(({ text }) => ({ text, tail: 'some' }));
  return UNKNOWN;
}

function joined(before: readonly Part[], after: readonly Part[]): readonly Part[] {
  const emptyAfter = after.some(({ text, tail }) => text === '' && tail !== 'some');
  return few(
    before.flatMap((one): readonly Part[] => {
      switch (one.tail) {
        case 'none':
          return after.map(({ text, tail }) => ({ text: one.text + text, tail }));
        case 'some':
          return [one];
        case 'any':
          return [emptyAfter ? one : { text: one.text, tail: 'some' }];
        case 'end':
          return emptyAfter
            ? [one]
            : after.some(({ tail }) => tail === 'some')
              ? [{ ...one, tail: 'some' }]
              : [];
      }
    }),
  );
}

/** Bounds many pieces by what all begin with. */
function few(parts: readonly Part[]): readonly Part[] {
  if (parts.length <= MOST) return parts;
  const [first = { text: '', tail: 'some' }, ...others] = parts;
  let { text } = first;
  for (const other of others) while (!other.text.startsWith(text)) text = text.slice(0, -1);
  return [{ text, tail: 'some' }];
}
