import { describe, expect, it } from 'vitest';
import { sign } from './signs.ts';

describe('a sign', () => {
  it('is scaled from its square to its place', () => {
    expect(sign('timeout', 10, 20, 12, '#123456')).toMatch(
      /^<path d="M2 12a10 .*" transform="translate\(10 20\) scale\(0\.5\)" fill="none" stroke="#123456"/,
    );
  });
});
