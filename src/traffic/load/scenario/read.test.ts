import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../yaml/index.ts';
import { readScenario } from './read.ts';

const read = (text: string) => readScenario(parseDocument(text).value);
const REQUEST = 'request: { from: shop, url: http://a.example/ }';
const said = (text: string) =>
  read(text).objections.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('a scenario', () => {
  it('needs a request and a load, and has defaults for the rest', () => {
    expect(read(`${REQUEST}\nload: { rate: 10 }`).scenario).toMatchObject({
      name: 'Scenario',
      seed: 1,
      duration: 60_000,
      callers: 1,
      arrivals: { phases: [{ at: 0, rate: 10, ramp: 0 }], spread: 'even', concurrency: Infinity, keys: 0 },
      endpoints: [],
      behaviours: [],
    });
  });

  it('reads phases, endpoints and what becomes of them', () => {
    const { scenario, objections } = read(`
${REQUEST}
load: { rate: 10, phases: [{ at: 20s, rate: 50, ramp: 5s }, { at: 10s, rate: 20 }], concurrency: 8 }
endpoints: [{ name: eu, count: 2, locality: eu/a, latency: { p50: 20ms, p99: 0.2s } }]
behaviours:
- where: { endpoint: eu-1 }
  errors: 1.5%
  script: [{ from: 10s, to: 40s, answers: 500 }, { from: 45s, does: hangs }]
`);
    expect(objections).toEqual([]);
    expect(scenario?.arrivals.phases.map(({ at }) => at)).toEqual([0, 10_000, 20_000]);
    expect(scenario?.endpoints).toEqual([
      { name: 'eu', count: 2, locality: 'eu/a', latency: { p50: 20, p99: 200 } },
    ]);
    expect(scenario?.behaviours).toEqual([
      {
        where: { endpoint: 'eu-1' },
        errors: 1.5,
        script: [
          { from: 10_000, to: 40_000, errors: 100, errorStatus: 500 },
          { from: 45_000, to: Infinity, does: 'hangs' },
        ],
      },
    ]);
  });

  it('with clients alone has no rate', () => {
    expect(read(`${REQUEST}\nload: { concurrency: 4 }`).scenario?.arrivals).toMatchObject({
      phases: [{ rate: Infinity }],
      concurrency: 4,
    });
  });

  it('is objected to once where its rate is no number', () => {
    expect(said(`${REQUEST}\nload: { rate: 5/s }`)).toEqual([
      'load.rate: "rate" has to be a number, not "5/s".',
    ]);
  });

  it.each([
    ['[]', ': A scenario is a map'],
    [`${REQUEST}\nload: { rate: 1 }\nworkers: 0`, 'workers: "workers" is how many worker threads'],
    ['load: { rate: 1 }', ': A scenario needs a "request".'],
    [REQUEST, ': A scenario says how much "load" there is'],
    [`${REQUEST}\nload: {}`, 'load: "load" needs a "rate"'],
    [`${REQUEST}\nload: { rate: 1 }\nduration: 60`, 'duration: "duration" has to be a duration such as'],
    [`${REQUEST}\nload: { rate: 1 }\nduration: 2h`, 'duration: "duration" is at most 1h'],
    [`${REQUEST}\nload: { rate: 1, burst: 2 }`, 'load.burst: "load" has no "burst"'],
    [`${REQUEST}\nload: { rate: 900000 }`, 'load.rate: This comes to more than'],
    [
      `${REQUEST}\nload: { rate: 1 }\nbehaviours: [{ errors: 200% }]`,
      'behaviours.0.errors: "errors" has to be',
    ],
    [
      `${REQUEST}\nload: { rate: 1 }\nbehaviours: [{ script: [{ from: 1s }] }]`,
      'behaviours.0.script.0: An item of "script" says what',
    ],
    [
      `${REQUEST}\nload: { rate: 1 }\nbehaviours: [{ script: [{ from: 1s, to: 1s, does: hangs }] }]`,
      'behaviours.0.script.0.to: "to" has to be later',
    ],
    [
      `${REQUEST}\nload: { rate: 1 }\nbehaviours: [{ latency: 5 }]`,
      'behaviours.0.latency: "latency" has to be a duration such as',
    ],
    [
      `${REQUEST}\nload: { rate: 1 }\nbehaviours: [{ where: eu-1, answers: 503 }]`,
      'behaviours.0.where: "where" has to say what it names: { endpoint: eu-1 }, or { locality: eu-1 }.',
    ],
    [
      `${REQUEST}\nload: { rate: 1 }\nbehaviours: [{ latency: { p50: 9ms, p99: 1ms } }]`,
      'behaviours.0.latency.p99:',
    ],
  ])('%j is objected to', (text, expected) => {
    const found = said(text);
    expect(found.find((each) => each.startsWith(expected))).toBeDefined();
    expect(read(text).scenario).toBeUndefined();
  });
});
