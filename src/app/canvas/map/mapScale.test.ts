import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapScale, viewAt, windowOnMap } from './mapScale.ts';

const map = { width: 200, height: 140 };
const canvas = { width: 700, height: 730 };
const place = fc.integer({ min: -5000, max: 5000 });
const side = fc.integer({ min: 1, max: 20000 });
const bounds = fc.record({ x: place, y: place, width: side, height: side });

describe('mapScale', () => {
  it('keeps all of the picture on the map', () => {
    fc.assert(
      fc.property(bounds, (all) => {
        const { scale, dx, dy } = mapScale(all, map);
        expect(all.x * scale + dx).toBeGreaterThan(0);
        expect(all.y * scale + dy).toBeGreaterThan(0);
        expect((all.x + all.width) * scale + dx).toBeLessThan(map.width);
        expect((all.y + all.height) * scale + dy).toBeLessThan(map.height);
      }),
    );
  });
});

describe('viewAt', () => {
  it('puts the middle of the window where the map was pressed', () => {
    const zoom = fc.double({ min: 0.05, max: 2, noNaN: true });
    const point = fc.record({ x: fc.integer({ min: 0, max: 200 }), y: fc.integer({ min: 0, max: 140 }) });
    fc.assert(
      fc.property(bounds, zoom, point, (all, scaleOfView, pressed) => {
        const scale = mapScale(all, map);
        const seen = windowOnMap(scale, viewAt(scale, pressed, scaleOfView, canvas), canvas);
        expect(seen.x + seen.width / 2).toBeCloseTo(pressed.x, 3);
        expect(seen.y + seen.height / 2).toBeCloseTo(pressed.y, 3);
      }),
    );
  });
});
