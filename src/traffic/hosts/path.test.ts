import { describe, expect, it } from 'vitest';
import { DEFAULT_MESH_SETTINGS } from '../../istio/index.ts';
import { normalisedPath } from './path.ts';

const normalised = (path: string, normalization?: string): string => {
  const meshConfig = normalization ? { pathNormalization: { normalization } } : {};
  const { path: found, query } = normalisedPath(path, { ...DEFAULT_MESH_SETTINGS, meshConfig });
  return found + (query && `?${query}`);
};

describe('a path that Envoy tidies up', () => {
  it.each([
    ['/a/../b', '/b'],
    ['/../../b', '/b'],
    ['/a/.', '/a/'],
    ['/a/..', '/'],
    ['/a//../b', '/a/b'],
    ['/a\\b', '/a/b'],
    ['/a/%2E%2e/b', '/b'],
    ['/%61%5F%7e%2D', '/a_~-'],
    ['/a%2Fb%5c', '/a%2Fb%5c'],
    ['/a%20b%', '/a%20b%'],
    ['/{a}|b', '/%7Ba%7D%7Cb'],
    ['/ü', '/%C3%BC'],
    ['/...', '/...'],
    ['/a?b=/../%61', '/a?b=/../%61'],
  ])('goes on from %s as %s', (path, expected) => {
    expect(normalised(path)).toBe(expected);
  });

  it.each([
    ['NONE', '/a/../%61//b', '/a/../%61//b'],
    ['BASE', '/a//b', '/a//b'],
    ['MERGE_SLASHES', '/a//b/%2f', '/a/b/%2f'],
    ['DECODE_AND_MERGE_SLASHES', '/a%2F/b%5Cc', '/a/b/c'],
    ['DECODE_AND_MERGE_SLASHES', '/a%2F..%2Fb', '/b'],
  ])('under %s goes on from %s as %s', (normalization, path, expected) => {
    expect(normalised(path, normalization)).toBe(expected);
  });
});
