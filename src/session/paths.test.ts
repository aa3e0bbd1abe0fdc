import { describe, expect, it } from 'vitest';
import { cleanPath, freePath } from './paths.ts';

describe('cleanPath', () => {
  it.each([
    ['a.yaml', 'a.yaml'],
    ['/etc/a.yaml', 'etc/a.yaml'],
    ['./x/../a.yaml', 'x/a.yaml'],
    ['dir\\a.yaml', 'dir/a.yaml'],
    ['..', 'untitled.yaml'],
    ['', 'untitled.yaml'],
  ])('%j becomes %j', (from, to) => expect(cleanPath(from)).toBe(to));
});

describe('freePath', () => {
  it.each([
    ['a.yaml', [], 'a.yaml'],
    ['a.yaml', ['a.yaml'], 'a-2.yaml'],
    ['a.yaml', ['a.yaml', 'a-2.yaml'], 'a-3.yaml'],
    ['v1.2/a', ['v1.2/a'], 'v1.2/a-2'],
    ['.hidden', ['.hidden'], '.hidden-2'],
  ])('%j beside %j is %j', (path, taken, free) => expect(freePath(path, new Set(taken))).toBe(free));
});
