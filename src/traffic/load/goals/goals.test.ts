import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkMesh } from '../../../istio/index.ts';
import { parseDocument, splitDocuments } from '../../../yaml/index.ts';
import { runLoad, startLoad } from '../load.ts';
import { readScenario } from '../scenario/read.ts';

const MESH = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: api, namespace: shop }
spec:
  hosts: [api.example]
  resolution: STATIC
  ports: [{ number: 80, name: http, protocol: HTTP }]
  endpoints:
  - { address: eu-1, locality: eu/a }
  - { address: us-1, locality: us/a }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: api, namespace: shop }
spec:
  host: api.example
  trafficPolicy:
    outlierDetection: { consecutive5xxErrors: 3, interval: 1s, baseEjectionTime: 5s, maxEjectionPercent: 100 }
`;
const mesh = linkMesh([
  { path: 'a.yaml', documents: splitDocuments(MESH).map((slice) => parseDocument(slice.text)) },
]);
const SCENARIO = `
request: { from: { namespace: shop, locality: eu/a }, url: http://api.example/ }
duration: 20s
load: { rate: 50 }
behaviours:
- where: { locality: eu }
  script: [{ from: 5s, to: 10s, answers: 503 }, { from: 8s, to: 12s, answers: 500 }]
expect:
`;
const read = (goals: string, more = '') => readScenario(parseDocument(`${more}${SCENARIO}${goals}`).value);
const scenarioWith = (goals: string, more = '') => {
  const { scenario, objections } = read(goals, more);
  expect(objections).toEqual([]);
  if (!scenario) throw new Error('no scenario');
  return scenario;
};
const held = (goals: string, more = '') => runLoad(mesh, scenarioWith(goals, more)).expected;

describe('what a scenario expects', () => {
  it.each<[string, boolean, string, string | RegExp]>([
    ['answered: at least 99%', true, 'At least 99 % are answered well.', /^99\.\d+ %$/],
    ['answered: at least 99.9%', false, 'At least 99.9 % are answered well.', /^99\.\d+ %$/],
    [
      '{ errors: under 1%, from: 13s }',
      true,
      'Under 1 % of the answers are errors from 13 s to 20 s.',
      '0 %',
    ],
    [
      '{ errors: over 0%, while: eu }',
      true,
      'Over 0 % of the answers are errors while eu is in trouble.',
      / %$/,
    ],
    [
      '{ errors: at most 0%, to: 5s }',
      true,
      'At most 0 % of the answers are errors from 0 ms to 5 s.',
      '0 %',
    ],
    ['p99: under 300ms', true, 'p99 is under 300 ms.', / ms$/],
    ['p50: over 1s', false, 'p50 is over 1 s.', / ms$/],
    [
      'tries: at most 1.5',
      true,
      'There are at most 1.5 tries for a request.',
      /^(1 try|1\.\d+ tries) a request$/,
    ],
    [
      '{ locality: us, share: at most 0%, to: 5s }',
      true,
      'At most 0 % of the tries go to us from 0 ms to 5 s.',
      '0 %',
    ],
    [
      '{ endpoint: us-1, share: at least 90%, from: 6s, to: 9s }',
      true,
      'At least 90 % of the tries go to us-1 from 6 s to 9 s.',
      / %$/,
    ],
    [
      '{ endpoint: mars, share: over 0% }',
      false,
      'Over 0 % of the tries go to mars.',
      'there is no endpoint mars, but eu-1 and us-1',
    ],
    ['{ answers: 503 UO, share: at most 0% }', true, 'At most 0 % of the answers are 503 UO.', '0 %'],
    ['{ answers: 200, share: over 90% }', true, 'Over 90 % of the answers are 200.', /^99/],
    ['{ ejected: eu-1, within: 2s }', true, 'eu-1 is ejected within 2 s.', /^eu-1 was ejected after \d+ ms$/],
    ['{ ejected: eu-1, within: 1ms }', false, 'eu-1 is ejected within 1 ms.', /^eu-1 was ejected after/],
    ['{ ejected: mars }', false, 'mars is ejected.', 'there is no endpoint mars, but eu-1 and us-1'],
    ['{ ejected: us-1 }', false, 'us-1 is ejected.', 'us-1 was never ejected'],
    ['{ ejected: nobody, to: 5s }', true, 'Nobody is ejected from 0 ms to 5 s.', 'nobody was ejected'],
    ['{ ejected: nobody }', false, 'Nobody is ejected.', /^eu-1 was ejected at 5/],
  ])('%s: %s', (goal, met, text, found) => {
    const [only, ...others] = held(`- ${goal}\n`);
    expect(others).toEqual([]);
    expect(only, only?.found).toMatchObject({ index: 0, met, text });
    expect(only?.found).toMatch(found);
  });

  it('measures several things of the same time, under a name', () => {
    expect(held('- { name: Calm, answered: at least 90%, p99: under 1s }\n- tries: over 9\n')).toMatchObject([
      { index: 0, text: 'Calm', met: true },
      { index: 0, text: 'Calm', met: true },
      { index: 1, met: false },
    ]);
  });

  it('asks of every sidecar that it ejects', () => {
    const [one] = held('- { ejected: eu-1, within: 2s }\n', 'callers: 3');
    expect(one).toMatchObject({ met: true });
    const [slow] = held('- { ejected: eu-1, from: 5s, to: 5001ms }\n', 'callers: 3');
    expect(slow).toMatchObject({ met: false });
  });

  it('is open until its time has come, unless it is decided before', () => {
    const load = startLoad(
      mesh,
      scenarioWith('- { errors: under 1%, to: 3s }\n- answered: at least 1%\n- ejected: nobody\n'),
    );
    const now = () => load.report().expected.map(({ met }) => met);
    expect(now()).toEqual([null, null, null]);
    load.run.advance(4000);
    expect(now()).toEqual([true, null, null]);
    load.run.advance(7000);
    expect(now()).toEqual([true, null, false]);
    load.run.advance(Infinity);
    expect(now()).toEqual([true, true, false]);
  });

  it.each([
    ['- {}', 'expect.0: An item of "expect" says what is measured'],
    ['- errors: 1%', 'expect.0.errors: "errors" has to be under, at most, over or at least something'],
    ['- errors: under 3', 'expect.0.errors: "errors" has to be under'],
    ['- p99: under 30', 'expect.0.p99: "p99" has to be under'],
    ['- tries: 2', 'expect.0.tries: "tries" has to be under'],
    ['- errors: under 101%', 'expect.0.errors:'],
    ['- { error: under 1% }', 'expect.0.error: An item of "expect" has no "error"'],
    ['- { share: over 1% }', 'expect.0.share: A "share" is of one thing'],
    ['- { share: over 1%, endpoint: a, locality: b }', 'expect.0.share: A "share" is of one thing'],
    ['- { endpoint: eu-1 }', 'expect.0.endpoint: How much of it is expected is for "share" to say'],
    ['- { within: 1s, errors: under 1% }', 'expect.0.within: "within" says how soon'],
    [
      '- { errors: under 1%, while: asia }',
      'expect.0.while: No "script" says that anything happens to "asia"',
    ],
    ['- { errors: under 1%, while: eu, from: 1s }', 'expect.0.while: "while" says from when to when'],
    ['- { errors: under 1%, from: 5s, to: 4s }', 'expect.0.to: "to" has to be later'],
    ['- { errors: under 1%, to: 21s }', 'expect.0.to: The scenario ends after 20 s.'],
    ['- { errors: under 1%, from: 20s }', 'expect.0.to: "to" has to be later'],
  ])('%s is objected to', (goals, sentence) => {
    const { scenario, objections } = read(goals);
    expect(scenario).toBeUndefined();
    expect(objections.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n')).toContain(
      sentence,
    );
  });
});

describe('whatever the bound', () => {
  const share = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
  it('of at most and over just one holds, and so of at least and under', () => {
    fc.assert(
      fc.property(share, (percent) => {
        for (const [one, other] of [
          ['at most', 'over'],
          ['at least', 'under'],
        ])
          for (const measure of ['answered', 'errors']) {
            const [a, b] = held(`- ${measure}: ${one} ${percent}%\n- ${measure}: ${other} ${percent}%\n`);
            expect(a?.met).toBe(!b?.met);
            expect(a?.found).toBe(b?.found);
          }
      }),
      { numRuns: 10 },
    );
  });

  it('errors and what is answered well are all there is', () => {
    const [well, errors] = held('- answered: at least 0%\n- errors: at least 0%\n');
    expect(parseFloat(well?.found ?? '') + parseFloat(errors?.found ?? '')).toBeCloseTo(100, 1);
  });
});
