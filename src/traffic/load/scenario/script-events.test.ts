import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../yaml/index.ts';
import { readScenario } from './read.ts';
import { scriptEvents } from './script-events.ts';

const eventsOf = (rest: string) => {
  const { scenario, objections } = readScenario(
    parseDocument(
      `request: { from: shop, url: http://a.example/ }\nduration: 60s\nload: { rate: 1 }\n${rest}`,
    ).value,
  );
  if (!scenario) throw new Error(objections.map(({ message }) => message).join(' '));
  return scriptEvents(scenario);
};
const step = (said: string, where = '{ endpoint: eu-1 }') =>
  eventsOf(`behaviours: [{ where: ${where}, script: [{ from: 10s, ${said} }] }]`);

describe('what a scenario’s scripts say', () => {
  it.each([
    ['answers: 503', 'eu-1 answers 503'],
    ['answers: 500, errors: 30%', 'eu-1 answers 500 to 30 %'],
    ['errors: 5%', 'eu-1 answers 503 to 5 %'],
    ['errors: 0%', 'eu-1 answers well'],
    ['latency: 2s', 'eu-1 takes 2000 ms'],
    ['latency: { p50: 20ms, p99: 1s }, errors: 10%', 'eu-1 answers 503 to 10 % and takes 20 to 1000 ms'],
    ['latency: { min: 1ms, max: 9ms }', 'eu-1 takes 1 to 9 ms'],
    ['does: hangs', 'eu-1 hangs'],
    ['does: refuses', 'eu-1 refuses connections'],
    ['does: away', 'eu-1 is gone'],
  ])('%s: %s', (said, text) => {
    expect(step(said)).toEqual([{ from: 10_000, to: 60_000, text, path: ['behaviours', 0, 'script', 0] }]);
  });

  it.each([
    ['{ locality: eu }', 'eu hangs'],
    ['{ labels: { version: v2 }, host: a.example }', 'version=v2 a.example hangs'],
    ['{}', 'every endpoint hangs'],
  ])('of %s: %s', (where, text) => {
    expect(step('does: hangs', where)[0]?.text).toBe(text);
  });

  it('are told in the order of time, those of endpoints too, and none that begins after the end', () => {
    const events = eventsOf(`
endpoints: [{ name: eu, count: 2, script: [{ from: 30s, to: 90s, does: resets }] }]
behaviours: [{ script: [{ from: 60s, does: hangs }, { from: 5s, to: 6s, answers: 500 }] }]`);
    expect(events).toEqual([
      { from: 5000, to: 6000, text: 'every endpoint answers 500', path: ['behaviours', 0, 'script', 1] },
      {
        from: 30_000,
        to: 60_000,
        text: 'each eu breaks connections off',
        path: ['endpoints', 0, 'script', 0],
      },
    ]);
  });
});
