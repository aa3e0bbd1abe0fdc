import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDuration } from './duration.ts';

it.each([
  ['10s', 10_000],
  ['500ms', 500],
  ['1h30m', 5_400_000],
  ['1.5s', 1500],
  ['.5s', 500],
  ['5.s', 5000],
  ['+5s', 5000],
  ['-2s', -2000],
  ['1000000us', 1000],
  ['1500µs', 1.5],
  ['1500μs', 1.5],
  ['1ns', 0.000001],
  ['0', 0],
  ['-0', 0],
  ['0s', 0],
])('reads %s as Go does', (text, milliseconds) => {
  expect(parseDuration(text)?.milliseconds).toBe(milliseconds);
});

it.each([
  '',
  '5',
  '1',
  '5 s',
  '5S',
  's',
  '.s',
  '1d',
  '1w',
  '5sec',
  '1h 30m',
  '1m30',
  '--1s',
  '1e3s',
  '10 s',
  '٣s',
])('refuses %j as Go does', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

it('refuses what does not fit into 64 bits of nanoseconds', () => {
  expect(parseDuration('2562047h')).toBeDefined();
  expect(parseDuration('2562048h')).toBeUndefined();
  expect(parseDuration('9999999999h')).toBeUndefined();
  expect(parseDuration(`${'9'.repeat(100_000)}h`)).toBeUndefined();
});

it('adds up the parts', () => {
  const part = fc.nat({ max: 999 });
  fc.assert(
    fc.property(part, part, part, part, (h, m, s, ms) => {
      const parsed = parseDuration(`${h}h${m}m${s}s${ms}ms`);
      expect(parsed?.nanoseconds).toBe(BigInt(((h * 60 + m) * 60 + s) * 1000 + ms) * 1_000_000n);
    }),
  );
});
