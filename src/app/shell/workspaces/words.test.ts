import { expect, it } from 'vitest';
import { contents } from './words.ts';

it.each([
  [{ files: 0, size: 0 }, '0 files'],
  [{ files: 1, size: 999 }, '1 file'],
  [{ files: 3, size: 12_400 }, '3 files · 12 KB'],
  [{ files: 3, size: 20_440_000 }, '3 files · 20.4 MB'],
])('says %j as “%s”', (workspace, words) => {
  expect(contents(workspace)).toBe(words);
});
