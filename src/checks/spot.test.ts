import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { member } from '../istio/index.ts';
import type { Path, YamlMap, YamlValue } from '../yaml/index.ts';
import { all, at, has, type Spot } from './spot.ts';

const KEYS = ['a', 'b', 'c', 'constructor', '__proto__'];

const { value: anything } = fc.letrec<{ value: YamlValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<YamlValue>(null, 1, 'text', false),
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom(...KEYS), tie('value')), { maxLength: 4 })
      .map((entries): YamlMap => Object.fromEntries(entries)),
  ),
}));

const patterns = fc.array(
  fc.array(fc.constantFrom('[]', '{}', ...KEYS), { minLength: 1, maxLength: 4 }).map((steps) => ({
    steps,
    text: steps.reduce((text, step) => text + (text && !/^[[{]/.test(step) ? `.${step}` : step), ''),
  })),
  { minLength: 1, maxLength: 6 },
);

/** The same by the book: one step after the other, one pattern at a time. */
function found(value: YamlValue, path: Path, [step, ...steps]: readonly string[]): [Path, YamlValue][] {
  if (value === null) return [];
  if (step === undefined) return [[path, value]];
  if (step === '[]')
    return Array.isArray(value) ? value.flatMap((item, index) => found(item, [...path, index], steps)) : [];
  if (typeof value !== 'object' || Array.isArray(value)) return [];
  const keys = step === '{}' ? Object.keys(value) : [step];
  return keys.flatMap((key) => found(member(value, key) ?? null, [...path, key], steps));
}

const plain = (spots: readonly Spot[]) => spots.map(({ path, value }) => [path, value]);
const specOf = (value: YamlValue): Spot => at({ value: { spec: value }, path: [] }, 'spec');

describe('what patterns find', () => {
  it('is what following each by itself finds, in a spec and elsewhere, whatever was asked before', () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 3 }), patterns, (values, asked) => {
        for (const value of values) {
          const spec = specOf(value);
          const elsewhere: Spot = { value, path: ['spec'] };
          for (const { steps, text } of asked) {
            const expected = found(value, ['spec'], steps);
            expect(plain(all(spec, text))).toEqual(expected);
            expect(plain(all(elsewhere, text))).toEqual(expected);
            expect(has(spec, text)).toBe(expected.length > 0);
          }
          // Once more, now that all are known.
          for (const { steps, text } of asked)
            expect(plain(all(spec, text))).toEqual(found(value, ['spec'], steps));
        }
      }),
    );
  });

  it('is told apart when two specs are asked in turn', () => {
    const [one, other] = [specOf({ hosts: ['a', 'b'] }), specOf({ hosts: ['c'] })];
    const list = ['hosts[]', 'names[]'];
    for (const spec of [one, other, one]) {
      expect(all(spec, 'hosts[]').map(({ value }) => value)).toEqual(spec === one ? ['a', 'b'] : ['c']);
      expect(all(spec, list)).toEqual(all(spec, 'hosts[]'));
    }
  });

  it('of several patterns comes in their order', () => {
    const spec = specOf({ a: 1, b: 2 });
    expect(all(spec, ['b', 'a', 'c']).map(({ value }) => value)).toEqual([2, 1]);
  });
});
