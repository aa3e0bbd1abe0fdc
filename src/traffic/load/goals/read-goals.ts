import type { Fields } from '../../expect/shape.ts';
import { localityMatches } from '../plan/locality.ts';
import { millis } from '../plan/millis.ts';
import { readTime } from '../scenario/read-behaviour.ts';
import type { BehaviourRule, DeclaredEndpoint } from '../scenario/scenario.ts';
import { timeWords } from '../tell/words.ts';
import type { Bound, LoadGoal, Measured, Span } from './goal.ts';

/** What a scenario says of endpoints, as far as it says when they are in trouble. */
export interface Scripted {
  readonly duration: number;
  readonly endpoints: readonly DeclaredEndpoint[];
  readonly behaviours: readonly BehaviourRule[];
}

const SIGNS: Readonly<Record<string, Bound['sign']>> = {
  under: 'under',
  below: 'under',
  '<': 'under',
  'at most': 'at most',
  '<=': 'at most',
  over: 'over',
  above: 'over',
  '>': 'over',
  'at least': 'at least',
  '>=': 'at least',
};
const BOUND = /^(under|below|at most|over|above|at least|<=|>=|<|>)\s*(.+)$/;

type Unit = 'share' | 'time' | 'number';
const EXAMPLES: Readonly<Record<Unit, string>> = {
  share: '"under 1%" or "at least 99%"',
  time: '"under 300ms"',
  number: '"at most 1.5"',
};

/** Reads the items of `expect`: each measures one thing or several, over the whole run or a part of it. */
export function readGoals(items: readonly Fields[], scripted: Scripted): readonly LoadGoal[] {
  return items.flatMap((fields, index) => {
    const name = fields.text('name');
    const measured = readMeasured(fields);
    const when = readWhen(fields, scripted);
    fields.done('An item of "expect"');
    if (!measured.length)
      fields.say(
        null,
        'An item of "expect" says what is measured: "answered", "errors", "p50", "p90", "p99", "tries", "ejected", or a "share" of "answers", of an "endpoint" or a "locality".',
      );
    return when
      ? measured.map((each) => ({ ...each, index, ...(name !== undefined && { name }), ...when }))
      : [];
  });
}

function readMeasured(fields: Fields): readonly Measured[] {
  const found: Measured[] = [];
  for (const measure of ['answered', 'errors'] as const) {
    const bound = readBound(fields, measure, 'share');
    if (bound) found.push({ measure, bound });
  }
  for (const measure of ['p50', 'p90', 'p99'] as const) {
    const bound = readBound(fields, measure, 'time');
    if (bound) found.push({ measure, bound });
  }
  const tries = readBound(fields, 'tries', 'number');
  if (tries) found.push({ measure: 'tries', bound: tries });
  const share = readBound(fields, 'share', 'share');
  const of = (['answers', 'endpoint', 'locality'] as const).filter((each) => fields.text(each) !== undefined);
  const [only] = of;
  const what = only && fields.text(only);
  if (share && only && what !== undefined && of.length === 1)
    found.push({ measure: 'share', of: only, what, bound: share });
  else if (share && of.length !== 1)
    fields.say(
      'share',
      'A "share" is of one thing: of the "answers" of a kind, of an "endpoint", or of a "locality".',
    );
  else if (only && fields.value('share') === undefined)
    fields.say(only, `How much of it is expected is for "share" to say: ${EXAMPLES.share}.`);
  const who = fields.text('ejected');
  const within = readTime(fields, 'within');
  if (who !== undefined)
    found.push({ measure: 'ejected', who: who === 'nobody' ? null : who, within: within ?? Infinity });
  else if (within !== undefined) fields.say('within', '"within" says how soon an endpoint is "ejected".');
  return found;
}

function readBound(fields: Fields, name: string, unit: Unit): Bound | undefined {
  const text = fields.text(name)?.trim();
  if (text === undefined) return undefined;
  const [, word = '', rest = ''] = BOUND.exec(text) ?? [];
  const sign = SIGNS[word];
  const value = sign && amount(rest, unit);
  if (sign && value !== undefined) return { sign, value };
  return fields.say(
    name,
    `"${name}" has to be under, at most, over or at least something, such as ${EXAMPLES[unit]}, not "${text}".`,
  );
}

function amount(text: string, unit: Unit): number | undefined {
  if (unit === 'time') return millis(text);
  const number = (unit === 'share' ? /^(\d+(?:\.\d+)?)\s*%$/ : /^(\d+(?:\.\d+)?)$/).exec(text)?.[1];
  if (number === undefined || (unit === 'share' && Number(number) > 100)) return undefined;
  return Number(number);
}

type When = Pick<LoadGoal, 'spans' | 'during'>;

function readWhen(fields: Fields, scripted: Scripted): When | undefined {
  const whom = fields.text('while');
  const [from, to] = [readTime(fields, 'from'), readTime(fields, 'to')];
  const { duration } = scripted;
  if (whom !== undefined) {
    if (from !== undefined || to !== undefined)
      return fields.say(
        'while',
        '"while" says from when to when already: leave "from" and "to" out, or "while".',
      );
    const spans = troubleOf(whom, scripted);
    if (spans.length) return { spans, during: `while ${whom} is in trouble` };
    return fields.say(
      'while',
      `No "script" says that anything happens to "${whom}": name the endpoint or the locality as it does.`,
    );
  }
  if ((to ?? duration) <= (from ?? 0)) return fields.say('to', '"to" has to be later than "from".');
  if ((to ?? 0) > duration || (from ?? 0) >= duration)
    return fields.say(to === undefined ? 'from' : 'to', `The scenario ends after ${timeWords(duration)}.`);
  if (from !== undefined || to !== undefined) {
    const span = { from: from ?? 0, to: to ?? duration };
    return { spans: [span], during: `from ${timeWords(span.from)} to ${timeWords(span.to)}` };
  }
  return { spans: [{ from: 0, to: duration }], during: '' };
}

/** When an endpoint, or a locality, is in trouble, in the order of time; what overlaps is one. */
function troubleOf(whom: string, { duration, endpoints, behaviours }: Scripted): readonly Span[] {
  const isLocality = (locality: string | undefined): boolean =>
    locality !== undefined && localityMatches(whom, locality);
  const scripts = [
    ...behaviours.filter(({ where }) => where.endpoint === whom || isLocality(where.locality)),
    ...endpoints.filter(
      ({ name, count, locality }) =>
        name === whom ||
        isLocality(locality) ||
        (whom.startsWith(`${name}-`) && Number(whom.slice(name.length + 1)) <= count),
    ),
  ].flatMap(({ script = [] }) => script);
  const spans: { from: number; to: number }[] = [];
  for (const { from, to } of scripts.toSorted((a, b) => a.from - b.from)) {
    const last = spans.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, Math.min(to, duration));
    else if (from < duration) spans.push({ from, to: Math.min(to, duration) });
  }
  return spans;
}
