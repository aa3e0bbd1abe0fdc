import { describe, expect, it } from 'vitest';
import { FILLER, get, meshOf, withRegexes } from '../traffic.testkit.ts';
import { sendMany } from './send-many.ts';

withRegexes();

const HOSTS = ['a', 'b', 'c'].map(
  (name) =>
    `ServiceEntry shop/${name} { hosts: [${name}.example], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: DNS }`,
);
const to = (host: string, weight?: number) =>
  `{ destination: { host: ${host} }${weight === undefined ? '' : `, weight: ${weight}`} }`;
const rule = (fields: string) => [
  ...HOSTS,
  `VirtualService shop/v { hosts: [a.example], http: [{ ${fields} }] }`,
];
const many = (resources: readonly string[], count = 10_000, seed = 7) =>
  sendMany(meshOf(resources), get('http://a.example/x'), { count, seed });
const near = (count: number, share: number, whole = 10_000) =>
  expect(Math.abs(count / whole - share)).toBeLessThan(0.02);

describe('sending many', () => {
  it('spreads by relative weights, and sends nothing to weight 0', () => {
    const sent = many(rule(`route: [${to('a.example', 1)}, ${to('b.example', 3)}, ${to('c.example', 0)}]`));
    expect(sent.destinations.map(({ host }) => host)).toEqual(['a.example', 'b.example']);
    near(sent.destinations[0]?.count ?? 0, 0.25);
    near(sent.destinations[1]?.count ?? 0, 0.75);
    expect(sent.destinations.reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
    expect(sent.answers).toEqual([]);
  });

  it('gives the same counts for the same seed, and others for another', () => {
    const resources = rule(`route: [${to('a.example', 1)}, ${to('b.example', 1)}]`);
    const counts = (seed: number) => many(resources, 10_000, seed).destinations.map(({ count }) => count);
    expect(counts(1)).toEqual(counts(1));
    expect(counts(1)).not.toEqual(counts(2));
  });

  it('copies to each mirror by its own share, and to none that is not there', () => {
    const sent = many(
      rule(
        `route: [${to('a.example')}], mirrors: [{ destination: { host: b.example }, percentage: { value: 10 } }, { destination: { host: c.example } }, { destination: { host: b.example, subset: none } }]`,
      ),
    );
    expect(sent.destinations[0]?.count).toBe(10_000);
    near(sent.mirrors[0]?.count ?? 0, 0.1);
    expect(sent.mirrors[1]?.count).toBe(10_000);
    expect(sent.mirrors[2]).toMatchObject({ exists: false, count: 0 });
  });

  it('draws delays and aborts each by itself, and sends and mirrors nothing that is aborted', () => {
    const sent = many(
      rule(
        `fault: { delay: { fixedDelay: 1s, percentage: { value: 50 } }, abort: { httpStatus: 418, percentage: { value: 20 } } }, route: [${to('a.example')}], mirror: { host: b.example }`,
      ),
    );
    near(sent.delayed, 0.5);
    near(sent.aborted, 0.2);
    expect(sent.destinations[0]?.count).toBe(10_000 - sent.aborted);
    expect(sent.mirrors[0]?.count).toBe(10_000 - sent.aborted);
    expect(sent.answers).toEqual([{ status: 418, count: sent.aborted }]);
  });

  it('counts 503 for the share of a cluster that is not there, which is not mirrored', () => {
    const sent = many(
      rule(
        `route: [${to('a.example', 50)}, { destination: { host: b.example, subset: none }, weight: 50 }], mirror: { host: c.example }`,
      ),
    );
    const missing = sent.destinations[1]?.count ?? 0;
    near(missing, 0.5);
    expect(sent.answers).toEqual([{ status: 503, count: missing }]);
    expect(sent.mirrors[0]?.count).toBe(10_000 - missing);
  });

  it('counts answers that the proxy gives by itself', () => {
    expect(many(rule('directResponse: { status: 201 }'), 5).answers).toEqual([{ status: 201, count: 5 }]);
    expect(sendMany(meshOf([FILLER]), get('http://b.example/'), { count: 3, seed: 1 })).toMatchObject({
      count: 3,
      destinations: [],
      answers: [],
    });
  });
});
