import { describe, expect, it } from 'vitest';
import { formatPath, parsePath } from '../../../yaml/index.ts';
import { child, enclosingItem, intern, isWithin, pathKey, ROOT, samePath, valueAt } from './path.ts';

describe('paths', () => {
  it('are the same object for the same steps', () => {
    expect(child(child(ROOT, 'spec'), 0)).toBe(intern(['spec', 0]));
    expect(child(ROOT, '0')).not.toBe(child(ROOT, 0));
  });

  it.each([
    [['spec', 'http', 0], ['spec', 'http'], true],
    [['spec', 'http'], ['spec', 'http'], true],
    [['spec'], ['spec', 'http'], false],
    [['spec', 'https'], ['spec', 'http'], false],
    [['spec', '0'], ['spec', 0], false],
    [['spec'], [], true],
  ])('%j within %j: %s', (path, outer, expected) => {
    expect(isWithin(path, outer)).toBe(expected);
  });

  it('tell keys from indexes in their key', () => {
    expect(pathKey(['a', 0])).not.toBe(pathKey(['a', '0']));
    expect(samePath(['a', 0], ['a', '0'])).toBe(false);
  });

  it('reach values, and nothing beyond them', () => {
    const value = { spec: { http: [{ name: 'first' }] }, empty: null };
    expect(valueAt(value, ['spec', 'http', 0, 'name'])).toBe('first');
    expect(valueAt(value, ['spec', 'http', 1, 'name'])).toBeUndefined();
    expect(valueAt(value, ['empty', 'deeper'])).toBeUndefined();
    expect(valueAt(value, ['spec', 'constructor'])).toBeUndefined();
    expect(valueAt(value, ['spec', 'http', 'length'])).toBeUndefined();
    expect(valueAt(value, [])).toBe(value);
  });
});

describe('the enclosing item', () => {
  it.each([
    ['spec.http[1].match[0].uri', 'spec.http[1].match[0]'],
    ['spec.http[1]', 'spec.http[1]'],
    ['spec.host', null],
  ])('of %s is %s', (path, expected) => {
    const item = enclosingItem(parsePath(path));
    expect(item && formatPath(item)).toBe(expected);
  });
});
