import { timeWords } from '../tell/words.ts';
import type { FactUnit, LoadComparison, LoadFact } from './compare-loads.ts';

/** What both sides are called within a sentence: `as opened`, `now`. */
export interface SideNames {
  readonly before: string;
  readonly after: string;
}

/** A number of a fact, as it is read. */
export function sayNumber(value: number | null, unit: FactUnit): string {
  if (value === null) return '–';
  if (unit === 'share') return `${(100 * value).toFixed(1)} %`;
  if (unit === 'per-request') return value.toFixed(2);
  if (unit === 'count') return value.toLocaleString('en');
  if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`;
  return value < 10 ? `${value} ms` : `${Math.round(value).toLocaleString('en')} ms`;
}

/** What a fact says of the side that is better in it. */
const PRAISE: Readonly<Record<string, string>> = {
  'Answered well': 'more requests are answered well',
  'Latency p50': 'half of the answers come sooner',
  'Latency p99': 'the slowest answers come sooner',
  'Tries a request': 'endpoints are asked less often',
};

/** Which side is better where, in one or two sentences. */
export function sayLoads({ facts, same, partsAt }: LoadComparison, { before, after }: SideNames): string {
  if (same) return 'There is no difference: both runs went the same way, request by request.';
  const won = (side: 'before' | 'after'): string =>
    facts.flatMap((fact) => (fact.better === side ? praise(fact, side) : [])).join(', ');
  const [good, bad] = [won('after'), won('before')];
  const parts = partsAt === null ? '' : ` They part at ${timeWords(partsAt)}.`;
  if (!good && !bad) return `Nothing is much better or worse ${after} than ${before}.${parts}`;
  const first = capital(`${good ? after : before}, ${good || bad}.`);
  return `${first}${good && bad ? ` But ${before}, ${bad}.` : ''}${parts}`;
}

/** Of answers that failed, only the most frequent is worth words: the others are in the table. */
function praise(fact: LoadFact, side: 'before' | 'after'): string[] {
  const [mine, other] = side === 'after' ? [fact.after, fact.before] : [fact.before, fact.after];
  const words = PRAISE[fact.name];
  return words === undefined
    ? []
    : [`${words} (${sayNumber(mine, fact.unit)} instead of ${sayNumber(other, fact.unit)})`];
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
