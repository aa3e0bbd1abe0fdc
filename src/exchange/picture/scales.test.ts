import { describe, expect, it } from 'vitest';
import { largestScale, tooLarge } from './scales.ts';

describe('the size of a picture of pixels', () => {
  it.each([
    ['small ones at any scale', { width: 800, height: 600 }, 4],
    ['as large as browsers draw on a side', { width: 8000, height: 100 }, 2],
    ['as large as they draw in all', { width: 4000, height: 4000 }, 2],
    ['none that are larger than life', { width: 20_000, height: 100 }, null],
  ])('allows %s', (_, size, scale) => {
    expect(largestScale(size)).toBe(scale);
  });

  it('says what is too large, and the way round', () => {
    expect(tooLarge({ width: 9000, height: 10 }, 2)).toMatch(/^18000 × 20 pixels .* SVG/);
    expect(tooLarge({ width: 800, height: 600 }, 4)).toBeNull();
  });
});
