import { expect, it } from 'vitest';
import { fileEntries } from './fileEntries.ts';

const files = (...paths: string[]) => paths.map((path) => ({ path }));
const keys = (...paths: string[]) => fileEntries(files(...paths)).map(({ key }) => key);
const many = Array.from({ length: 15 }, (_, n) => `b/${String(n).padStart(2, '0')}.yaml`);

it('lists a few files with their paths, and many at the top as they are', () => {
  expect(keys('a/one.yaml', 'b/two.yaml')).toEqual(['a/one.yaml', 'b/two.yaml']);
  const flat = many.map((path) => path.slice(2));
  expect(keys(...flat)).toEqual(flat);
});

it('puts many files below their directories, each as often as the order asks for', () => {
  const entries = fileEntries(files('top.yaml', 'a/one.yaml', ...many, 'a/two.yaml'));
  expect(entries.filter((entry) => !('file' in entry)).map(({ directory }) => directory)).toEqual([
    'a/',
    'b/',
    'a/',
  ]);
  expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
  expect(entries.flatMap((entry) => ('file' in entry ? entry.file.path : []))).toEqual([
    'top.yaml',
    'a/one.yaml',
    ...many,
    'a/two.yaml',
  ]);
});
