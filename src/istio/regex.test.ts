import { beforeAll, describe, expect, it } from 'vitest';
import { loadRegexes, regexesAtHand, type Regexes } from './regex.ts';

describe('regular expressions', () => {
  let regexes: Regexes;
  beforeAll(async () => {
    expect(regexesAtHand()).toBeUndefined();
    regexes = await loadRegexes();
  });

  it('are at hand once loaded', async () => {
    expect(regexesAtHand()).toBe(regexes);
    expect(await loadRegexes()).toBe(regexes);
  });

  it.each([
    ['/v[12]/.*', '/v1/pets', '/v3/pets'],
    ['(?i)web', 'WEB', 'cobweb'],
    ['a|b', 'b', 'ab'],
    [String.raw`\d{3}`, '404', '40'],
  ])('%s takes %s and not %s', (pattern, good, bad) => {
    const reading = regexes(pattern);
    expect(reading.fault).toBeNull();
    if (reading.fault !== null) return;
    expect(reading.matches(good)).toBe(true);
    expect(reading.matches(bad)).toBe(false);
  });

  it.each(['*', '(', '[z-a]', 'a(?=b)', '(?<!a)b', String.raw`(a)\1`, 'a{1001}'])('are not %s', (pattern) => {
    expect(regexes(pattern).fault).toMatch(/^[a-z]/);
  });
});
