import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arranged, nextScale, viewOf, VIEWS } from './views.ts';

describe('the views', () => {
  it('are one pane or two, each of its own, and no more than there are digits', () => {
    expect(VIEWS.length).toBeLessThanOrEqual(9);
    expect(new Set(VIEWS.map(({ panes }) => arranged(panes, true).join())).size).toBe(VIEWS.length);
    for (const { panes } of VIEWS) expect([1, 2]).toContain(panes.length);
  });

  it('stand as they do for everybody, whichever pane came first', () => {
    expect(arranged(['canvas', 'lesson'], true)).toEqual(['lesson', 'canvas']);
    expect(arranged(['yaml', 'canvas'], true)).toEqual(['canvas', 'yaml']);
    expect(viewOf(['yaml', 'canvas'])?.title).toBe('Canvas and YAML');
    expect(viewOf(['form', 'yaml'])).toBeUndefined();
  });

  it('have no lesson where none runs, and are never empty', () => {
    expect(arranged(['lesson', 'yaml'], false)).toEqual(['yaml']);
    expect(arranged(['lesson'], false)).toEqual(['canvas']);
    expect(arranged([], true)).toEqual(['canvas']);
  });
});

describe('the size of text', () => {
  it('grows and shrinks by steps, and stays at the ends', () => {
    expect(nextScale(1.5, 1)).toBe(1.75);
    expect(nextScale(1.5, -1)).toBe(1.25);
    expect(nextScale(2, 1)).toBe(2);
    expect(nextScale(1, -1)).toBe(1);
    fc.assert(
      fc.property(fc.double({ min: 1, max: 2, noNaN: true }), (scale) => {
        expect(nextScale(scale, 1)).toBeGreaterThanOrEqual(scale);
        expect(nextScale(scale, -1)).toBeLessThanOrEqual(scale);
      }),
    );
  });
});
