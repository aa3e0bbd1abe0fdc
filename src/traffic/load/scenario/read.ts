import { asMap } from '../../../istio/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';
import { readRequest } from '../../expect/read-request.ts';
import { Fields, objections, type Objection } from '../../expect/shape.ts';
import type { ArrivalPlan } from '../engine/plan.ts';
import { readGoals } from '../goals/read-goals.ts';
import { readBehaviour, readTime } from './read-behaviour.ts';
import type { BehaviourRule, DeclaredEndpoint, EndpointChoice, LoadScenario } from './scenario.ts';

export interface ReadScenario {
  /** Undefined where something without which nothing can be sent is missing; the objections say what. */
  readonly scenario: LoadScenario | undefined;
  readonly objections: readonly Objection[];
}

const LONGEST = 3_600_000;
/** More would take a page's whole memory, and no answer would come in time. */
const MOST_REQUESTS = 5_000_000;

/** Reads a scenario: a `request`, the `load`, how `endpoints` and `behaviours` are, and what it may `expect`. */
export function readScenario(value: YamlValue | undefined): ReadScenario {
  const { found, say } = objections();
  const map = asMap(value);
  if (!map) {
    say([], 'A scenario is a map with a "request", a "load", and how the endpoints behave.');
    return { scenario: undefined, objections: found };
  }
  const root = new Fields(map, [], say);
  const request = root.fields('request');
  const name = root.text('name') ?? 'Scenario';
  const duration = readTime(root, 'duration') ?? 60_000;
  const seed = root.number('seed') ?? 1;
  const callers = root.number('callers') ?? 1;
  const workers = root.number('workers');
  const arrivals = readLoad(root, duration);
  const endpoints = root.items('endpoints')?.flatMap((item, index) => readEndpoint(item, index)) ?? [];
  const behaviours = root.items('behaviours')?.map(readRule) ?? [];
  const goals = readGoals(root.items('expect') ?? [], { duration, endpoints, behaviours });
  root.done('A scenario');
  if (!(duration > 0 && duration <= LONGEST))
    root.say('duration', '"duration" is at most 1h, and more than 0s.');
  if (!(Number.isInteger(callers) && callers >= 1 && callers <= 100))
    root.say('callers', '"callers" is how many sidecars send: 1 to 100.');
  if (workers !== undefined && !(Number.isInteger(workers) && workers >= 1 && workers <= 64))
    root.say('workers', '"workers" is how many worker threads each sidecar has: 1 to 64.');
  if (!request) root.say(null, 'A scenario needs a "request".');
  const sent = request && readRequest(request);
  if (found.length || !sent || !arrivals) return { scenario: undefined, objections: found };
  return {
    scenario: {
      name,
      request: sent,
      seed,
      duration,
      callers,
      ...(workers !== undefined && { workers }),
      arrivals,
      endpoints,
      behaviours,
      goals,
    },
    objections: found,
  };
}

function readLoad(root: Fields, duration: number): ArrivalPlan | undefined {
  const fields = root.fields('load');
  if (!fields)
    return root.say(null, 'A scenario says how much "load" there is: a "rate", or a "concurrency".');
  const [rate, concurrency, keys] = [
    fields.number('rate'),
    fields.number('concurrency'),
    fields.number('keys'),
  ];
  const spread = fields.oneOf('arrivals', ['even', 'poisson'] as const) ?? 'even';
  const phases = (fields.items('phases') ?? []).map((item) => {
    const phase = {
      at: readTime(item, 'at') ?? 0,
      rate: item.number('rate') ?? 0,
      ramp: readTime(item, 'ramp') ?? 0,
    };
    item.done('An item of "phases"');
    return phase;
  });
  fields.done('"load"');
  // What is written and is no number was objected to already.
  if (fields.value('rate') === undefined && fields.value('concurrency') === undefined && !phases.length)
    return fields.say(null, '"load" needs a "rate" (requests a second), or a "concurrency" (clients).');
  for (const [name, number] of Object.entries({ rate, concurrency, keys }))
    if (number !== undefined && (number < 0 || number > 1_000_000))
      return fields.say(name, `"${name}" has to be from 0 to 1000000.`);
  const closed = rate === undefined && !phases.length;
  const first = { at: 0, rate: closed ? Infinity : (rate ?? 0), ramp: 0 };
  const sorted = [first, ...phases].sort((a, b) => a.at - b.at);
  const peak = Math.max(...sorted.map((phase) => phase.rate).filter((each) => each !== Infinity), 0);
  if ((peak * duration) / 1000 > MOST_REQUESTS)
    return fields.say(
      'rate',
      `This comes to more than ${MOST_REQUESTS} requests: make it shorter, or send fewer.`,
    );
  return {
    phases: sorted,
    spread,
    concurrency: concurrency === undefined ? Infinity : Math.max(1, Math.round(concurrency)),
    keys: Math.round(keys ?? 0),
  };
}

function readEndpoint(fields: Fields, index: number): readonly DeclaredEndpoint[] {
  const [name, host, subset, locality] = [
    fields.text('name') ?? `endpoint-${index + 1}`,
    fields.text('host'),
    fields.text('subset'),
    fields.text('locality'),
  ];
  const [labels, weight, count] = [
    fields.texts('labels'),
    fields.number('weight'),
    fields.number('count') ?? 1,
  ];
  const behaviour = readBehaviour(fields);
  fields.done('An endpoint');
  if (!(Number.isInteger(count) && count >= 1 && count <= 1000))
    fields.say('count', '"count" is how many endpoints are like this: 1 to 1000.');
  return [
    {
      name,
      count,
      ...(host !== undefined && { host }),
      ...(subset !== undefined && { subset }),
      ...(locality !== undefined && { locality }),
      ...(labels && { labels }),
      ...(weight !== undefined && { weight }),
      ...behaviour,
    },
  ];
}

function readRule(fields: Fields): BehaviourRule {
  const written = fields.value('where');
  const where =
    typeof written === 'string'
      ? fields.say(
          'where',
          `"where" has to say what it names: { endpoint: ${written} }, or { locality: ${written} }.`,
        )
      : fields.fields('where');
  const behaviour = readBehaviour(fields);
  fields.done('An item of "behaviours"');
  return { where: where ? readChoice(where) : {}, ...behaviour };
}

function readChoice(fields: Fields): EndpointChoice {
  const [host, endpoint, locality, labels] = [
    fields.text('host'),
    fields.text('endpoint'),
    fields.text('locality'),
    fields.texts('labels'),
  ];
  fields.done('"where"');
  return {
    ...(host !== undefined && { host }),
    ...(endpoint !== undefined && { endpoint }),
    ...(locality !== undefined && { locality }),
    ...(labels && { labels }),
  };
}
