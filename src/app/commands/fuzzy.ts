/** Where the letters of a query stand in a text, and how good a match that is: higher is better. */
export interface Match {
  readonly score: number;
  /** Indexes into the text, ascending. */
  readonly at: readonly number[];
}

const isStart = (text: string, index: number) =>
  index === 0 ||
  /[\s\-_./:]/.test(text[index - 1] ?? '') ||
  /[a-z][A-Z]/.test(text.slice(index - 1, index + 1));

/**
 * Finds the query's letters in the text in their order, spaces and case aside. A whole stretch counts most, then the
 * starts of words, then closeness. Null where a letter is missing. An empty query matches everything with score 0.
 */
export function fuzzyMatch(query: string, text: string): Match | null {
  const letters = query.toLowerCase().replaceAll(/\s+/g, '');
  if (letters === '') return { score: 0, at: [] };
  const lower = text.toLowerCase();
  // Letters like `İ` grow in lower case; there the places would not fit the text.
  if (lower.length !== text.length) return null;
  const whole = wholeMatch(letters, lower, text);
  if (whole) return whole;
  let best: Match | null = null;
  for (let first = lower.indexOf(letters[0]!); first >= 0; first = lower.indexOf(letters[0]!, first + 1)) {
    const found =
      matchFrom(first, letters, lower, text, true) ?? matchFrom(first, letters, lower, text, false);
    if (found && (!best || found.score > best.score)) best = found;
  }
  return best;
}

function wholeMatch(letters: string, lower: string, text: string): Match | null {
  let best = -1;
  for (let index = lower.indexOf(letters); index >= 0; index = lower.indexOf(letters, index + 1)) {
    if (best < 0 || (isStart(text, index) && !isStart(text, best))) best = index;
  }
  if (best < 0) return null;
  const at = Array.from(letters, (_, offset) => best + offset);
  return { score: 1000 + (isStart(text, best) ? 500 : 0) - best - text.length / 10, at };
}

/** Leaping to the starts of words can leap over a letter that comes later; then the nearest letters are taken. */
function matchFrom(first: number, letters: string, lower: string, text: string, leap: boolean): Match | null {
  const at = [first];
  let score = isStart(text, first) ? 20 : 0;
  for (let letter = 1; letter < letters.length; letter++) {
    const last = at[at.length - 1]!;
    const next = leap
      ? nextPlace(letters[letter]!, last, lower, text)
      : lower.indexOf(letters[letter]!, last + 1);
    if (next < 0) return null;
    if (next === last + 1) score += 12;
    else score += (isStart(text, next) ? 15 : 0) - Math.min(10, next - last);
    at.push(next);
  }
  return { score: score - text.length / 10, at };
}

/** The letter right after the last one, else the next at the start of a word, else the next anywhere. */
function nextPlace(letter: string, last: number, lower: string, text: string): number {
  if (lower[last + 1] === letter) return last + 1;
  for (let index = lower.indexOf(letter, last + 1); index >= 0; index = lower.indexOf(letter, index + 1)) {
    if (isStart(text, index)) return index;
  }
  return lower.indexOf(letter, last + 1);
}
