import { expect, it } from 'vitest';
import { parted } from './unfollowed.ts';

const by = (...causes: readonly string[]) => ({ causes });

it('takes out what comes from nothing but what gives way', () => {
  const [alone, both, other, unknown] = [by('a'), by('a', 'b'), by('b'), by()] as const;
  expect(parted([alone, both, other, unknown], ['a', 'c'])).toEqual({
    followed: [both, other, unknown],
    unfollowed: [alone],
  });
  expect(parted([alone, both], []).followed).toEqual([alone, both]);
});
