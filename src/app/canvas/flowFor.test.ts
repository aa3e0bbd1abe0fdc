import { describe, expect, it } from 'vitest';
import { flowFor } from './flowFor.ts';

describe('flowFor', () => {
  it('runs down in a narrow or square canvas, right in a wide one', () => {
    expect(flowFor(0.6, null)).toBe('down');
    expect(flowFor(0.95, null)).toBe('down');
    expect(flowFor(1.9, null)).toBe('right');
  });

  it('does not turn to and fro around one mark', () => {
    expect(flowFor(1.3, 'down')).toBe('down');
    expect(flowFor(1.3, 'right')).toBe('right');
  });
});
