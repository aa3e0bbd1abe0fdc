import { describe, expect, it } from 'vitest';
import { mayNeedQuotes } from './quotes.ts';

describe('text that may need quotes', () => {
  it.each(['n', 'No', 'ON', 'true', '1', '0x1f', '-', '*.shop.example', 'a: b', 'a #b', '', ' a', '{a', '5'])(
    '%j',
    (text) => {
      expect(mayNeedQuotes(text)).toBe(true);
    },
  );
  it.each(['news.example', 'basket', '/v2/data', 'nope', 'a-b_c.d/e'])('not %j', (text) => {
    expect(mayNeedQuotes(text)).toBe(false);
  });
});
