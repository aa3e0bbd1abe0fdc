import { describe, expect, it } from 'vitest';
import { BOUNDS, CANVAS_MIN, usualSize } from './sizes.ts';

const screen = (width: number, height = 1010) => ({ width, height });

describe('usualSize', () => {
  it('is the designed size on the designed screen', () => {
    expect(usualSize('rail', screen(1680))).toBe(208);
    expect(usualSize('inspector', screen(1680))).toBe(348);
    expect(usualSize('yaml', screen(1680))).toBe(430);
    expect(usualSize('drawer', screen(1680))).toBe(232);
    expect(usualSize('lab', screen(1680))).toBe(330);
  });

  it('gives the drawer less of a low window', () => {
    expect(usualSize('drawer', screen(1280, 800))).toBe(216);
    expect(usualSize('lab', screen(1280, 800))).toBe(307);
    expect(usualSize('drawer', screen(1024, 768))).toBe(207);
    expect(usualSize('drawer', screen(1280, 300))).toBe(BOUNDS.drawer.min);
  });

  it('leaves the canvas room wherever three panes stand beside it', () => {
    for (let width = 1100; width <= 2560; width += 20) {
      const sides =
        usualSize('rail', screen(width)) +
        usualSize('inspector', screen(width)) +
        usualSize('yaml', screen(width));
      expect(width - sides).toBeGreaterThanOrEqual(CANVAS_MIN + 60);
    }
  });

  it('leaves the canvas room beside the shared column', () => {
    for (let width = 720; width < 1100; width += 20) {
      expect(
        width - usualSize('rail', screen(width)) - usualSize('side', screen(width)),
      ).toBeGreaterThanOrEqual(CANVAS_MIN);
    }
  });

  it('leaves the canvas room beside a lesson, with all panes or with the shared column', () => {
    for (let width = 1100; width <= 2560; width += 20) {
      const right =
        width < 1600
          ? usualSize('side', screen(width))
          : usualSize('inspector', screen(width)) + usualSize('yaml', screen(width));
      const left = usualSize('rail', screen(width)) + usualSize('lesson', screen(width));
      expect(width - left - right).toBeGreaterThanOrEqual(CANVAS_MIN);
    }
  });

  it('stays within the bounds of the pane', () => {
    for (const width of [320, 720, 1280, 5000]) {
      for (const pane of ['rail', 'lesson', 'sheet', 'inspector', 'yaml', 'side', 'drawer', 'lab'] as const) {
        expect(usualSize(pane, screen(width))).toBeGreaterThanOrEqual(BOUNDS[pane].min);
        expect(usualSize(pane, screen(width))).toBeLessThanOrEqual(BOUNDS[pane].usual);
      }
    }
  });
});
