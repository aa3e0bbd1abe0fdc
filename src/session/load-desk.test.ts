import { beforeAll, describe, expect, it } from 'vitest';
import { loadRegexes } from '../istio/index.ts';
import { createLoadDesk, type LoadAsked, type LoadKind, type LoadProgress } from './load-desk.ts';

beforeAll(async () => void (await loadRegexes()));

const entry = (addresses: readonly string[]) => ({
  path: 'mesh.yaml',
  text: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: e, namespace: shop}
spec:
  hosts: [a.example]
  ports: [{number: 80, name: http, protocol: HTTP}]
  resolution: STATIC
  endpoints: [${addresses.map((address) => `{address: ${address}}`).join(', ')}]
`,
});
const SCENARIO = `request: { from: shop, url: http://a.example/ }
duration: 10s
load: { rate: 50 }
behaviours: [{ where: { endpoint: 10.0.0.1 }, script: [{ from: 2s, to: 4s, answers: 503 }] }]
`;

function told<K extends LoadKind>(kind: K, asked: LoadAsked<K>, addresses = ['10.0.0.1', '10.0.0.2']) {
  let now = 0;
  const desk = createLoadDesk(() => now++);
  desk.update([entry(addresses)]);
  const work = desk.ask(kind, asked);
  const progress: LoadProgress[] = [];
  for (;;) {
    const step = work.next();
    if (step.done) return { reply: step.value, progress };
    if (step.value) progress.push(step.value());
  }
}

describe('the desk of the load lab', () => {
  it('runs a scenario, and tells on the way what it has come to', () => {
    const { reply, progress } = told('run', { scenario: SCENARIO });
    if (!('told' in reply)) throw new Error('It does not run.');
    const { report, events, took, duration } = reply.told;
    expect(report).toMatchObject({ duration: 10_000, sent: 499 });
    expect(duration).toBe(10_000);
    expect(took).toBeGreaterThan(0);
    expect(events.map(({ text }) => text)).toEqual(['10.0.0.1 answers 503']);
    const half = progress.find(({ done }) => done >= 0.5);
    expect(half?.report.duration).toBe(5000);
    expect(half?.duration).toBe(10_000);
    // What is told on the way stands so at the end too.
    expect(report.series.sent.slice(0, 100)).toEqual(half?.report.series.sent.slice(0, 100));
  });

  it('follows the files', () => {
    const desk = createLoadDesk(() => 0);
    const endpoints = (): number => {
      const work = desk.ask('run', { scenario: SCENARIO });
      for (;;) {
        const { done, value } = work.next();
        if (done) return 'told' in value ? (value.told.report.clusters[0]?.endpoints.length ?? 0) : -1;
      }
    };
    desk.update([entry(['10.0.0.1'])]);
    expect(endpoints()).toBe(1);
    desk.update([entry(['10.0.0.1', '10.0.0.2', '10.0.0.3'])]);
    expect(endpoints()).toBe(3);
  });

  it('says what is wrong with a scenario, with its place', () => {
    const { reply } = told('run', { scenario: SCENARIO.replace('rate: 50', 'rate: 50, burst: 2') });
    expect(reply).toMatchObject({ faults: [{ path: ['load', 'burst'], line: 3, column: 19 }] });
    expect(told('run', { scenario: 'a: [' }).reply).toMatchObject({ faults: [{ path: [], line: 1 }] });
  });

  it('says why a request meets no load', () => {
    const { reply } = told('run', { scenario: SCENARIO.replace('a.example', 'b.example') });
    expect(reply).toEqual({ refused: expect.stringContaining('There is no load to look at') as string });
  });

  it('makes a scenario to begin with, which runs', () => {
    const { reply } = told('scenario', {});
    if (!('told' in reply) || reply.told === null) throw new Error('There is none.');
    expect('told' in told('run', { scenario: reply.told }).reply).toBe(true);
  });
});
