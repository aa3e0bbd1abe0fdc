import { asList, member, type Resource } from '../../istio/index.ts';
import type { Weighted } from '../clusters/destinations.ts';
import type { HeaderOps, Outcome } from '../outcome.ts';
import type { Recorder, StepPlace } from '../trace.ts';
import { headerOpsOf } from './headers.ts';
import { retriedOn } from './resilience.ts';
import type { EffectiveRule } from './rule.ts';

/** Where a field of a rule is written: by the delegate, or by the root that hands on to it. */
export const fieldPlace = (rule: EffectiveRule, name: string, fallback: Resource): StepPlace => {
  const field = rule.field(name);
  return { resource: (field?.writer ?? fallback).id, path: field?.path ?? [] };
};

/** Tells how long the rule waits and how often it tries, where the rule says so. */
export function tellPatience(
  recorder: Recorder,
  rule: EffectiveRule,
  { timeout, retries }: Pick<Outcome, 'timeout' | 'retries'>,
): void {
  const at = (name: string): StepPlace | undefined => {
    const field = rule.field(name);
    return field && { resource: field.writer.id, path: field.path };
  };
  const [waits, tries] = [at('timeout'), at('retries')];
  if (waits)
    recorder.note(
      'action',
      'TIMEOUT',
      timeout === '0s'
        ? 'It may take as long as it takes: the timeout is off.'
        : `All tries together may take ${timeout}; then the answer is 504.`,
      waits,
    );
  if (tries)
    recorder.note(
      'action',
      'RETRIES',
      retries
        ? `It is tried again up to ${retries.attempts} ${retries.attempts === 1 ? 'time' : 'times'}, after ${retriedOn(retries)}${retries.perTryTimeout ? `; each try may take ${retries.perTryTimeout}` : ''}.`
        : 'It is not tried again.',
      tries,
    );
}

/** Tells what is done to headers, by the rule and by each of its destinations. */
export function tellHeaders(recorder: Recorder, rule: EffectiveRule, clusters: readonly Weighted[]): void {
  const field = rule.field('headers');
  const ops = headerOpsOf(field?.value, undefined);
  if (field && ops)
    recorder.note('action', 'HEADERS', `${headerWords(ops)}.`, {
      resource: field.writer.id,
      path: field.path,
    });
  const route = rule.field('route');
  const items = asList(route?.value);
  for (const { item, weight } of clusters) {
    const own = headerOpsOf(undefined, member(item, 'headers'));
    if (!own || !route || item === undefined) continue;
    const share = items.length > 1 ? `Of weight ${weight}: ` : '';
    const words = headerWords(own);
    recorder.note('action', 'HEADERS', `${share}${share ? words.replace('The', 'the') : words}.`, {
      resource: route.writer.id,
      path: [...route.path, items.indexOf(item), 'headers'],
    });
  }
}

function headerWords({
  request,
  response,
}: {
  readonly request: HeaderOps;
  readonly response: HeaderOps;
}): string {
  const of = ({ set = {}, add = {}, remove = [] }: HeaderOps): readonly string[] => [
    ...Object.entries(set).map(([name, value]) => `${name} is ${value}`),
    ...Object.entries(add).map(([name, value]) => `${name} gets ${value} added`),
    ...remove.map((name) => `${name} is taken away`),
  ];
  return [['The request’s header', of(request)] as const, ['The response’s header', of(response)] as const]
    .filter(([, words]) => words.length)
    .map(([whose, words]) => `${whose} ${words.join(', ')}`)
    .join('. ');
}
