import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortened } from './shortened.ts';

const cluster = (subset: string) => `outbound|80|${subset}|recommendations.logistics.svc.cluster.local`;

it.each([
  ['503', '200', '503', '200'],
  [cluster('v1'), cluster('v2'), '…bound|80|v1|recommend…', '…bound|80|v2|recommend…'],
  ['none', 'x'.repeat(100), 'none', `${'x'.repeat(24)}…${'x'.repeat(24)}`],
])('%s and %s are told apart', (before, after, shortBefore, shortAfter) => {
  expect(shortened(before, after)).toEqual([shortBefore, shortAfter]);
});

it('shows what differs, and is never longer than a line', () => {
  const part = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.'), maxLength: 60 });
  fc.assert(
    fc.property(part, part, part, part, (begin, one, other, end) => {
      fc.pre(one !== other && one.length < 20 && other.length < 20);
      const [before, after] = shortened(begin + one + end, begin + other + end);
      expect(before).not.toBe(after);
      expect(Math.max(before.length, after.length)).toBeLessThanOrEqual(64);
    }),
  );
});
