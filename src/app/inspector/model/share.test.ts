import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { YamlValue } from '../../../yaml/index.ts';
import { share } from './share.ts';

const yaml = fc.letrec<{ value: YamlValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<YamlValue>(null, true, 0, 1, 'a', 'b'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('x', 'y', 'z', '__proto__'), tie('value')),
  ),
})).value;

describe('share', () => {
  it('always equals what came after', () => {
    fc.assert(
      fc.property(yaml, yaml, (before, after) => {
        expect(share(before, after)).toEqual(after);
      }),
    );
  });

  it('is what was before when nothing changed', () => {
    fc.assert(
      fc.property(yaml, (value) => {
        expect(share(value, structuredClone(value))).toBe(value);
      }),
    );
  });

  it('keeps the parts that an edit leaves alone', () => {
    const before = { spec: { host: 'a.example', http: [{ name: 'one' }, { name: 'two' }] } };
    const after = { spec: { host: 'b.example', http: [{ name: 'one' }, { name: 'two' }] } };
    const shared = share(before, after) as typeof before;
    expect(shared).not.toBe(before);
    expect(shared.spec.http).toBe(before.spec.http);
  });

  it('follows items that move, and those around one that is removed', () => {
    const [one, two, three] = [{ n: 1 }, { n: 2 }, { n: 3 }];
    const before: YamlValue = [one, two, three];
    const moved = share(before, [{ n: 3 }, { n: 1 }, { n: 2 }]) as unknown[];
    expect(moved[0]).toBe(three);
    expect(moved[1]).toBe(one);
    expect(moved[2]).toBe(two);
    const removed = share(before, [{ n: 1 }, { n: 3 }]) as unknown[];
    expect(removed[0]).toBe(one);
    expect(removed[1]).toBe(three);
  });

  it('sees a change of key order', () => {
    const before = { a: 1, b: 2 };
    expect(Object.keys(share(before, { b: 2, a: 1 }) as object)).toEqual(['b', 'a']);
  });
});
