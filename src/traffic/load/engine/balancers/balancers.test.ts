import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../many/random.ts';
import type { BalancerKind } from '../plan.ts';
import type { Balanced } from './balancer.ts';
import { anyHash, hashOfText, remainder } from './hash.ts';
import { balancerFor, hashBalancerFor, isHashing } from './make.ts';

interface Named extends Balanced {
  readonly name: string;
}
const named = (name: string, weight = 1, active = 0): Named => ({
  name,
  address: `${name}:80`,
  weight: () => weight,
  active,
});
const make = (kind: BalancerKind, hosts: readonly [Named, ...Named[]]) => {
  const plan = { kind, ringSize: 1024, tableSize: 65_537, warmup: null };
  if (!isHashing(plan)) return balancerFor(plan, hosts, randomFrom(3));
  const whole = hosts.reduce((sum, host) => sum + host.weight(), 0);
  const [first, ...more] = hosts.map((host) => ({ host, share: host.weight() / whole }));
  if (!first) throw new Error('No hosts.');
  const balancer = hashBalancerFor(plan, [first, ...more]);
  return (hash = anyHash(Math.random), attempt = 0) => balancer(hash, attempt);
};

/** The share of each host among many requests with keys of their own. */
function shares(kind: BalancerKind, hosts: readonly [Named, ...Named[]], count = 20_000): readonly number[] {
  const balancer = make(kind, hosts);
  const chosen = Array.from({ length: count }, (_, each) => balancer(hashOfText(`k${each}`)).name);
  return hosts.map(({ name }) => chosen.filter((each) => each === name).length / count);
}
const near = (actual: readonly number[], expected: readonly number[], within: number) => {
  for (const [index, share] of expected.entries())
    expect(Math.abs((actual[index] ?? 0) - share)).toBeLessThan(within);
};

const [a, b, c] = [named('a'), named('b'), named('c')];

describe('balancers', () => {
  it.each([
    ['round-robin', 0.001],
    ['random', 0.02],
    ['least-request', 0.02],
    ['ring-hash', 0.08],
    ['maglev', 0.02],
  ] as const)('%s divides evenly where all weigh the same', (kind, within) => {
    near(shares(kind, [a, b, c]), [1 / 3, 1 / 3, 1 / 3], within);
  });

  it.each([
    ['round-robin', [0.75, 0.25], 0.001],
    ['least-request', [0.75, 0.25], 0.001],
    ['ring-hash', [0.75, 0.25], 0.08],
    ['maglev', [0.75, 0.25], 0.02],
    ['random', [0.5, 0.5], 0.02],
  ] as const)('%s divides 3 to 1 as %j', (kind, expected, within) => {
    near(shares(kind, [named('a', 3), named('b', 1)]), expected, within);
  });

  it('least request draws two, and takes the one with fewer requests', () => {
    // The busy one is taken only where both draws are it: one of four.
    near(shares('least-request', [named('a', 1, 9), named('b', 1, 0)]), [0.25, 0.75], 0.02);
  });

  // Two of equal weight: no choice of two as long as one is warming up, but turns by weight over requests under way and one.
  it.each([
    [true, [0.1, 0.9]],
    [false, [0.25, 0.75]],
  ] as const)('least request is by weight while one is warming up: %s', (warming, expected) => {
    const busy = { ...named('a', 1, 8), warming: () => warming };
    near(shares('least-request', [busy, named('b', 1, 0)]), expected, 0.02);
  });

  it('least request by weight divides the weight by the requests under way and one', () => {
    near(shares('least-request', [named('a', 2, 3), named('b', 1, 0)]), [1 / 3, 2 / 3], 0.01);
  });

  it.each(['ring-hash', 'maglev'] as const)('%s moves little when a host goes', (kind) => {
    const [all, less] = [make(kind, [a, b, c]), make(kind, [a, b])];
    const keys = Array.from({ length: 3000 }, (_, each) => hashOfText(`k${each}`));
    const stayed = keys.filter((key) => all(key) !== c && all(key) === less(key)).length;
    const before = keys.filter((key) => all(key) !== c).length;
    // Fewer hosts have more points each on a ring of the same size, so that a few keys move on it as well.
    expect(stayed / before).toBeGreaterThan(0.8);
    expect(all(keys[0])).toBe(all(keys[0]));
  });
});

describe('hashes', () => {
  // Of the reference implementation: https://github.com/Cyan4973/xxHash
  it.each([
    ['', 0, 'ef46db3751d8e999'],
    ['', 1, 'd5afba1336a3be4b'],
    ['a', 0, 'd24ec4f1a98c6e5b'],
    ['abc', 0, '44bc2cf5ad770999'],
    ['Nobody inspects the spammish repetition', 0, 'fbcea83c8a378bf1'],
  ])('of %j with seed %i is xxHash64', (text, seed, expected) => {
    const { high, low } = hashOfText(text, seed);
    expect([high, low].map((half) => half.toString(16).padStart(8, '0')).join('')).toBe(expected);
  });

  it('are divided as the whole number that they are', () => {
    const { high, low } = hashOfText('abc');
    const whole = (BigInt(high) << 32n) | BigInt(low);
    for (const by of [100, 65_536, 65_537, 2_000_003])
      expect(remainder({ high, low }, by)).toBe(Number(whole % BigInt(by)));
  });
});

describe('a further attempt', () => {
  it.each(['ring-hash', 'maglev'] as const)('by %s comes to another host most of the time', (kind) => {
    const balancer = make(kind, [a, b, c]);
    const keys = Array.from({ length: 1000 }, (_, each) => hashOfText(`k${each}`));
    const stays = keys.filter((key) => balancer(key, 0) === balancer(key, 1)).length;
    // A third of the points belong to the same host.
    expect(stays / keys.length).toBeGreaterThan(0.2);
    expect(stays / keys.length).toBeLessThan(0.47);
  });
});
