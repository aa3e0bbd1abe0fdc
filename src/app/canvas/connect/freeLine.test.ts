import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacedNode } from '../../../topology/index.ts';
import { freeLine, endOf, type End } from './freeLine.ts';

const end = (x: number, y: number, side: End['side']): End => ({ x, y, side });

describe('freeLine', () => {
  it('leaves and arrives straight', () => {
    expect(freeLine(end(100, 50, 'bottom'), end(40, 150, 'top')).line).toBe('M100,50 C100,100 40,100 40,150');
  });

  it('points its head where it arrives', () => {
    expect(freeLine(end(0, 0, 'bottom'), end(0, 100, 'top')).head).toBe('M-6,91 L0,100 L6,91');
    expect(freeLine(end(0, 0, 'right'), end(100, 0, 'left')).head).toBe('M91,-6 L100,0 L91,6');
  });

  it('begins and ends at its ends, from any side to any side', () => {
    const side = fc.constantFrom<End['side']>('top', 'right', 'bottom', 'left');
    const place = fc.integer({ min: -3000, max: 3000 });
    const anyEnd = fc.record({ x: place, y: place, side });
    fc.assert(
      fc.property(anyEnd, anyEnd, (from, to) => {
        const { line, head } = freeLine(from, to);
        expect(line.startsWith(`M${from.x},${from.y} C`)).toBe(true);
        expect(line.endsWith(` ${to.x},${to.y}`)).toBe(true);
        expect(`${line} ${head}`).not.toMatch(/NaN|Infinity/);
      }),
    );
  });

  it('goes around when it has to run backwards', () => {
    expect(freeLine(end(0, 100, 'bottom'), end(0, 0, 'top')).line).toBe('M0,100 C0,173.3 0,-73.3 0,0');
  });
});

describe('endOf', () => {
  const rows = ['1', '2', '3', '4'].map((id, n) => ({ id, label: `/${id}`, path: ['spec', 'http', n] }));
  const placed: PlacedNode = {
    node: {
      id: 'a',
      kind: 'VirtualService',
      lane: 'virtualservice',
      label: 'a',
      resource: null,
      namespace: '',
      rows,
    },
    x: 10,
    y: 20,
    width: 200,
    height: 156,
  };

  it('is the row, or the node for a row that is not drawn', () => {
    expect(endOf(placed, 'source', '2', 'right')).toEqual({ x: 210, y: 111, side: 'right' });
    expect(endOf(placed, 'source', 'gone', 'down')).toEqual({ x: 110, y: 176, side: 'bottom' });
  });
});
