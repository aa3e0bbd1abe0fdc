import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  compareSpecificity,
  hostMatches,
  hostSubsetOf,
  hostSuffixes,
  intersectHosts,
  resolveHost,
  serviceMeant,
  shortAliases,
} from './hosts.ts';

test.each([
  ['carts', 'carts.shop.svc.cluster.local'],
  ['carts.shop', 'carts.shop'],
  ['carts.shop.svc.cluster.local', 'carts.shop.svc.cluster.local'],
  ['*', '*'],
  ['*.example', '*.example'],
  ['10.0.0.1', '10.0.0.1'],
  ['fd00::1', 'fd00::1'],
  ['', ''],
])('%s in namespace shop means %s', (short, full) => {
  expect(resolveHost(short, 'shop', 'cluster.local')).toBe(full);
});

test.each([
  ['a.example', 'a.example', true],
  ['a.example', 'b.example', false],
  ['*.example', 'a.example', true],
  ['*.example', 'a.b.example', true],
  ['*.example', 'example', false],
  ['*.example', '.example', false],
  ['*', 'anything.example', true],
  ['*.example', '*.b.example', true],
  ['*.c.example', '*.b.example', false],
])('%s and %s share a name: %s', (a, b, expected) => {
  expect(hostMatches(a, b)).toBe(expected);
  expect(hostMatches(b, a)).toBe(expected);
});

test.each([
  ['a.example', '*.example', true],
  ['*.example', 'a.example', false],
  ['*.a.example', '*.example', true],
  ['*.example', '*.example', true],
  ['*', '*.example', false],
  ['example', '*.example', false],
])('%s lies within %s: %s', (inner, outer, expected) => {
  expect(hostSubsetOf(inner, outer)).toBe(expected);
});

test('a Service is known by short names, the shortest only in its own namespace', () => {
  const host = 'carts.shop.svc.cluster.local';
  expect(shortAliases(host, 'shop', 'cluster.local')).toEqual(['carts', 'carts.shop', 'carts.shop.svc']);
  expect(shortAliases(host, 'desk', 'cluster.local')).toEqual(['carts.shop', 'carts.shop.svc']);
  expect(shortAliases('api.example', 'shop', 'cluster.local')).toEqual([]);
  for (const client of ['shop', 'desk'])
    for (const name of shortAliases(host, client, 'cluster.local'))
      expect(serviceMeant(name, client, 'cluster.local')).toBe(host);
  for (const name of ['api.b.example', host]) expect(serviceMeant(name, 'shop', 'cluster.local')).toBe(name);
});

test('the more specific host of each pair is what both lists cover', () => {
  expect(intersectHosts(['*.example', 'a.test'], ['a.example', '*.test', 'b.other'])).toEqual([
    'a.example',
    'a.test',
  ]);
});

test('names come before wildcards, longer before shorter', () => {
  const hosts = ['*', 'b.example', '*.example', '*.a.example', 'a.example'];
  expect(hosts.sort(compareSpecificity)).toEqual(['a.example', 'b.example', '*.a.example', '*.example', '*']);
});

describe('the algebra', () => {
  const label = fc.constantFrom('a', 'b', 'c');
  const name = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => labels.join('.'));
  const host = fc.oneof(
    name,
    name.map((tail) => `*.${tail}`),
    fc.constant('*'),
  );

  it('agrees with what the hosts cover, name by name', () => {
    const covers = (pattern: string, one: string): boolean =>
      pattern.startsWith('*')
        ? one.endsWith(pattern.slice(1)) && one.length > pattern.length - 1
        : pattern === one;
    const names = ['a', 'b', 'c'].flatMap((x) => [x, ...['a', 'b', 'c'].map((y) => `${x}.${y}`)]);
    const deeper = [...names, ...names.flatMap((one) => ['a', 'b', 'c'].map((x) => `${x}.${one}`))];
    const all = [...deeper, ...deeper.map((one) => `a.${one}`)];
    fc.assert(
      fc.property(host, host, (a, b) => {
        const common = all.filter((one) => covers(a, one) && covers(b, one));
        expect(hostMatches(a, b)).toBe(common.length > 0);
        if (hostSubsetOf(a, b)) {
          expect(all.filter((one) => covers(a, one)).every((one) => covers(b, one))).toBe(true);
        }
      }),
    );
  });

  it('finds by suffixes every wildcard that covers a name', () => {
    fc.assert(
      fc.property(name, name, (one, tail) => {
        const found = hostSuffixes(one).includes(`.${tail}`);
        expect(found).toBe(hostMatches(`*.${tail}`, one));
      }),
    );
  });
});
