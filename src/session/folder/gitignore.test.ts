import { describe, expect, it } from 'vitest';
import { NOTHING_IGNORED } from './gitignore.ts';

const rules = NOTHING_IGNORED.with('', '# ours\n*.out.yaml\n/build/\nsecret/\n!keep.out.yaml\n').with(
  'apps/shop',
  'local.yaml\n!own.out.yaml\n',
);

describe('what .gitignore leaves out', () => {
  it.each([
    ['a.yaml', false, false],
    ['a.out.yaml', false, true],
    ['deep/down/a.out.yaml', false, true],
    ['keep.out.yaml', false, false],
    ['build', true, true],
    ['build', false, false],
    ['deep/build', true, false],
    ['deep/secret', true, true],
    ['apps/shop/local.yaml', false, true],
    ['apps/shop/deep/local.yaml', false, true],
    ['apps/local.yaml', false, false],
    ['local.yaml', false, false],
    ['apps/shop/own.out.yaml', false, false],
    ['apps/own.out.yaml', false, true],
    ['A.OUT.YAML', false, false],
  ])('%s (folder: %s): %s', (path, isFolder, left) => {
    expect(rules.leavesOut(path, isFolder)).toBe(left);
  });
});
