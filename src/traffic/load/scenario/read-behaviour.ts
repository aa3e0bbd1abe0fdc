import type { LatencyPlan, ScriptPlan, Trouble } from '../engine/plan.ts';
import type { Fields } from '../../expect/shape.ts';
import { millis } from '../plan/millis.ts';
import type { BehaviourPart } from './scenario.ts';

/** What a script can have an endpoint do, besides answering. */
const TROUBLES: readonly Trouble[] = ['hangs', 'refuses', 'unreachable', 'resets', 'away'];

/** A duration such as `20ms`, in milliseconds. */
export function readTime(fields: Fields, name: string): number | undefined {
  const text = fields.text(name);
  if (text === undefined) return undefined;
  const length = millis(text);
  if (length !== undefined) return length;
  return fields.say(name, `"${name}" has to be a duration such as 500ms, 10s or 2m, not "${text}".`);
}

/** A share such as `5%` or `5`. */
function readPercent(fields: Fields, name: string): number | undefined {
  const text = fields.text(name);
  if (text === undefined) return undefined;
  const share = /^(\d+(?:\.\d+)?)\s*%?$/.exec(text.trim())?.[1];
  if (share !== undefined && Number(share) <= 100) return Number(share);
  return fields.say(name, `"${name}" has to be a share from 0% to 100%, not "${text}".`);
}

/** `latency: 20ms`, `{ p50: 20ms, p99: 200ms }`, or `{ min: 5ms, max: 30ms }`. */
function readLatency(fields: Fields): LatencyPlan | undefined {
  if (['string', 'number'].includes(typeof fields.value('latency'))) {
    const length = readTime(fields, 'latency');
    return length === undefined ? undefined : { p50: length, p99: length };
  }
  const inner = fields.fields('latency');
  if (!inner) return undefined;
  const time = (name: string) => readTime(inner, name);
  const [p50, p99, min, max] = [time('p50'), time('p99'), time('min'), time('max')];
  inner.done('"latency"');
  if (p50 !== undefined) {
    if (p99 !== undefined && p99 < p50) return inner.say('p99', '"p99" cannot be less than "p50".');
    return { p50, p99: p99 ?? p50 };
  }
  if (max !== undefined && max >= (min ?? 0)) return { min: min ?? 0, max };
  return inner.say(null, '"latency" is a duration, or has "p50" with "p99", or "min" with "max" above it.');
}

/** `answers: 503` for all answers, or with `errors: 30%` for so many of them. */
function readErrors(fields: Fields): Pick<BehaviourPart, 'errors' | 'errorStatus'> {
  const errors = readPercent(fields, 'errors');
  const status = fields.number('answers');
  if (status !== undefined && !(Number.isInteger(status) && status >= 200 && status <= 599))
    fields.say('answers', '"answers" has to be a status from 200 to 599.');
  return {
    ...((errors ?? (status === undefined ? undefined : 100)) !== undefined && { errors: errors ?? 100 }),
    ...(status !== undefined && { errorStatus: status }),
  };
}

function readStep(fields: Fields): ScriptPlan | undefined {
  const [from, to] = [readTime(fields, 'from') ?? 0, readTime(fields, 'to') ?? Infinity];
  const latency = readLatency(fields);
  const does = fields.oneOf('does', TROUBLES);
  const errors = readErrors(fields);
  fields.done('An item of "script"');
  if (to <= from) return fields.say('to', '"to" has to be later than "from".');
  if (!latency && !does && errors.errors === undefined)
    return fields.say(
      null,
      `An item of "script" says what is otherwise: "answers", "errors", "latency", or "does" with one of ${TROUBLES.join(', ')}.`,
    );
  return { from, to, ...errors, ...(latency && { latency }), ...(does && { does }) };
}

/** What is said of how endpoints behave. */
export function readBehaviour(fields: Fields): BehaviourPart {
  const latency = readLatency(fields);
  const connect = readTime(fields, 'connect');
  const concurrency = fields.number('concurrency');
  if (concurrency !== undefined && !(concurrency >= 1 && concurrency <= 10_000))
    fields.say('concurrency', '"concurrency" is how many requests are worked on at once: 1 to 10000.');
  const script = fields.items('script')?.flatMap((item) => readStep(item) ?? []);
  return {
    ...readErrors(fields),
    ...(latency && { latency }),
    ...(connect !== undefined && { connect }),
    ...(concurrency !== undefined && { concurrency: Math.round(concurrency) }),
    ...(script && { script }),
  };
}
