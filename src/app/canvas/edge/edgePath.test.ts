import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgePath, pointAt, type End } from './edgePath.ts';

const end = (x: number, y: number, side: End['side']): End => ({ x, y, side });

describe('edgePath', () => {
  it('leaves and arrives straight', () => {
    const { curve } = edgePath(end(100, 50, 'bottom'), end(40, 150, 'top'));
    expect(curve[1].x).toBe(100);
    expect(curve[1].y).toBeGreaterThan(50);
    expect(curve[2].x).toBe(40);
    expect(curve[2].y).toBeLessThan(150);
  });

  it('points its head where it arrives', () => {
    expect(edgePath(end(0, 0, 'bottom'), end(0, 100, 'top')).head).toBe('M-6,91 L0,100 L6,91');
    expect(edgePath(end(0, 0, 'right'), end(100, 0, 'left')).head).toBe('M91,-6 L100,0 L91,6');
  });

  it('begins and ends at its ends, from any side to any side', () => {
    const side = fc.constantFrom<End['side']>('top', 'right', 'bottom', 'left');
    const place = fc.integer({ min: -3000, max: 3000 });
    const anyEnd = fc.record({ x: place, y: place, side });
    fc.assert(
      fc.property(anyEnd, anyEnd, (from, to) => {
        const { curve, line, head } = edgePath(from, to);
        expect(pointAt(curve, 0)).toMatchObject({ x: from.x, y: from.y });
        expect(pointAt(curve, 1)).toMatchObject({ x: to.x, y: to.y });
        expect(`${line} ${head}`).not.toMatch(/NaN|Infinity/);
      }),
    );
  });

  it('goes around when it has to run backwards', () => {
    const { curve } = edgePath(end(0, 100, 'bottom'), end(0, 0, 'top'));
    expect(curve[1].y).toBeGreaterThan(120);
    expect(curve[2].y).toBeLessThan(-20);
  });
});
