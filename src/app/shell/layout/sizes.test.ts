import { describe, expect, it } from 'vitest';
import { BOUNDS, CANVAS_MIN, usualSize } from './sizes.ts';

describe('usualSize', () => {
  it('is the designed size on the designed screen', () => {
    expect(usualSize('rail', 1680)).toBe(208);
    expect(usualSize('inspector', 1680)).toBe(348);
    expect(usualSize('yaml', 1680)).toBe(430);
    expect(usualSize('drawer', 1680)).toBe(232);
  });

  it('leaves the canvas room wherever three panes stand beside it', () => {
    for (let width = 1100; width <= 2560; width += 20) {
      const sides = usualSize('rail', width) + usualSize('inspector', width) + usualSize('yaml', width);
      expect(width - sides).toBeGreaterThanOrEqual(CANVAS_MIN + 60);
    }
  });

  it('leaves the canvas room beside the shared column', () => {
    for (let width = 720; width < 1100; width += 20) {
      expect(width - usualSize('rail', width) - usualSize('side', width)).toBeGreaterThanOrEqual(CANVAS_MIN);
    }
  });

  it('stays within the bounds of the pane', () => {
    for (const width of [320, 720, 1280, 5000]) {
      for (const pane of ['rail', 'inspector', 'yaml', 'side', 'drawer'] as const) {
        expect(usualSize(pane, width)).toBeGreaterThanOrEqual(BOUNDS[pane].min);
        expect(usualSize(pane, width)).toBeLessThanOrEqual(BOUNDS[pane].usual);
      }
    }
  });
});
