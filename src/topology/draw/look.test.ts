import { describe, expect, it } from 'vitest';
import { nodeToken } from './look.ts';

describe('the colour of a node', () => {
  it.each([
    ['of its kind', { kind: 'Gateway' }, 'gateway'],
    [
      'red for what is certainly missing, whatever its kind',
      { kind: 'Gateway', dangling: true, missing: 'missing' },
      'error',
    ],
    ['neutral for what cannot be known', { kind: 'Host', dangling: true, missing: 'unknown' }, 'muted'],
  ] as const)('is %s', (_, node, token) => {
    expect(nodeToken(node)).toBe(token);
  });
});
