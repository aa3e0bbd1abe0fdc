import { describe, expect, it } from 'vitest';
import { regexesAtHand } from '../../istio/index.ts';
import { withRegexes } from '../traffic.testkit.ts';
import { exampleOf } from './regex-example.ts';

withRegexes();

describe('an example of a regular expression', () => {
  it.each([
    '/v[0-9]+/items',
    '/a.*',
    '^/(users|orders)/\\d{3,}$',
    '/x(/[^/]+)?',
    '(?i)/Shop/.*',
    '[^/a]b',
    '[[:upper:]][\\w-]+@example\\.com',
    'a|b|',
    '(?P<name>ab?c+)+',
    '.*[?]debug=(1|true).*',
    '',
    '\\/api\\/v1.{2}',
  ])('%s', (pattern) => {
    const example = exampleOf(pattern, regexesAtHand());
    expect(example).toBeDefined();
    const reading = regexesAtHand()?.(pattern);
    expect(reading?.fault === null && reading.matches(example ?? '')).toBe(true);
  });

  it('is none where RE2 refuses the pattern, nothing fits, or RE2 is not there', () => {
    expect(exampleOf('(', regexesAtHand())).toBeUndefined();
    expect(exampleOf('a\\bb', regexesAtHand())).toBeUndefined();
    expect(exampleOf('/a', undefined)).toBeUndefined();
  });
});
