import { diffArrays } from 'diff';

/**
 * A stretch of a text with two descendants, as it was and as each has it. All stretches of a merge together are the three
 * texts: nothing is left out of any of them.
 */
export interface MergePart {
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Which of two sides stands in the result where both have changed; `both` is mine, then theirs. */
export type MergeChoice = 'mine' | 'theirs' | 'both';

/** More edits than lines that anybody changes by hand: then it is one stretch. */
const MOST_EDITS = 1000;

/** Compares two descendants of a text by lines. Changes that touch each other are one stretch, as Git has it. */
export function mergeParts(base: string, mine: string, theirs: string): readonly MergePart[] {
  const lines = linesOf(base);
  const here = changesOf(lines, linesOf(mine));
  const there = changesOf(lines, linesOf(theirs));
  if (!here || !there) return [{ base, mine, theirs }];
  const parts: MergePart[] = [];
  let at = 0;
  let [h, t] = [0, 0];
  while (h < here.length || t < there.length) {
    const from = Math.min(here[h]?.from ?? Infinity, there[t]?.from ?? Infinity);
    let to = from;
    const [firstHere, firstThere] = [h, t];
    for (;;) {
      const next = [here[h], there[t]].find((change) => change !== undefined && change.from <= to);
      if (!next) break;
      to = Math.max(to, next.to);
      if (next === here[h]) h++;
      else t++;
    }
    if (from > at) parts.push(unchanged(lines.slice(at, from).join('')));
    parts.push(...trimmed(lines, from, to, here.slice(firstHere, h), there.slice(firstThere, t)));
    at = to;
  }
  if (at < lines.length) parts.push(unchanged(lines.slice(at).join('')));
  return parts;
}

/** What a stretch becomes; null where both sides have changed it, each in its own way. */
export function mergedPart({ base, mine, theirs }: MergePart): string | null {
  if (mine === theirs || theirs === base) return mine;
  return mine === base ? theirs : null;
}

/** The merged text, with a choice for each stretch on which the sides disagree, in their order; null while one is missing. */
export function mergedText(parts: readonly MergePart[], choices: readonly MergeChoice[] = []): string | null {
  let next = 0;
  let text = '';
  for (const part of parts) {
    const merged = mergedPart(part) ?? chosen(part, choices[next++]);
    if (merged === null) return null;
    text += merged;
  }
  return text;
}

function chosen({ mine, theirs }: MergePart, choice: MergeChoice | undefined): string | null {
  if (choice === undefined) return null;
  if (choice !== 'both') return choice === 'mine' ? mine : theirs;
  return mine === '' || mine.endsWith('\n') ? mine + theirs : `${mine}\n${theirs}`;
}

const unchanged = (text: string): MergePart => ({ base: text, mine: text, theirs: text });

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Lines `from` up to `to` of the base become `lines`. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

function changesOf(before: string[], after: string[]): readonly Change[] | null {
  const pieces = diffArrays(before, after, { maxEditLength: MOST_EDITS });
  if (!pieces) return null;
  const changes: Change[] = [];
  let at = 0;
  for (const { added, removed, value } of pieces) {
    if (!added && !removed) {
      at += value.length;
      continue;
    }
    const last = changes.at(-1);
    const goesOn = last?.to === at ? changes.pop() : undefined;
    const from = goesOn?.from ?? at;
    if (removed) at += value.length;
    changes.push({ from, to: at, lines: [...(goesOn?.lines ?? []), ...(added ? value : [])] });
  }
  return changes;
}

/** The lines of the base from `from` up to `to`, with changes that lie within. */
function applied(base: readonly string[], from: number, to: number, changes: readonly Change[]): string[] {
  const lines: string[] = [];
  let at = from;
  for (const change of changes) {
    lines.push(...base.slice(at, change.from), ...change.lines);
    at = change.to;
  }
  lines.push(...base.slice(at, to));
  return lines;
}

/** One stretch; where the sides disagree, lines on which they agree at its ends stand by themselves. */
function trimmed(
  base: readonly string[],
  from: number,
  to: number,
  here: readonly Change[],
  there: readonly Change[],
): readonly MergePart[] {
  const mine = applied(base, from, to, here);
  const theirs = applied(base, from, to, there);
  const whole = {
    base: base.slice(from, to).join(''),
    mine: mine.join(''),
    theirs: theirs.join(''),
  };
  if (mergedPart(whole) !== null) return [whole];
  let head = 0;
  while (head < mine.length && head < theirs.length && mine[head] === theirs[head]) head++;
  let tail = 0;
  const most = Math.min(mine.length, theirs.length) - head;
  while (tail < most && mine.at(-1 - tail) === theirs.at(-1 - tail)) tail++;
  const agreed = (lines: readonly string[]): MergePart[] => {
    const text = lines.join('');
    return text === '' ? [] : [{ base: '', mine: text, theirs: text }];
  };
  const middle = {
    base: whole.base,
    mine: mine.slice(head, mine.length - tail).join(''),
    theirs: theirs.slice(head, theirs.length - tail).join(''),
  };
  return [...agreed(mine.slice(0, head)), middle, ...agreed(mine.slice(mine.length - tail))];
}
