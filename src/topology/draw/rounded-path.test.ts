import { describe, expect, it } from 'vitest';
import { pointOn, roundedPath } from './rounded-path.ts';

const way = [
  { x: 100, y: 50 },
  { x: 100, y: 90 },
  { x: 40, y: 90 },
  { x: 40, y: 150 },
];

describe('roundedPath', () => {
  it('rounds its corners, and begins and ends where it should', () => {
    expect(roundedPath({ points: way, radius: 16 }).line).toBe(
      'M100,50 L100,74 Q100,90 84,90 L56,90 Q40,90 40,106 L40,150',
    );
  });

  it('rounds no further than half of a short line, so that a small step becomes a curve', () => {
    const step = [
      { x: 0, y: 0 },
      { x: 0, y: 40 },
      { x: 8, y: 40 },
      { x: 8, y: 80 },
    ];
    expect(roundedPath({ points: step, radius: 16 }).line).toBe(
      'M0,0 L0,24 Q0,40 4,40 L4,40 Q8,40 8,56 L8,80',
    );
  });

  it('points its head where it arrives', () => {
    expect(roundedPath({ points: way, radius: 16 }).head).toBe('M34,141 L40,150 L46,141');
    const across = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ];
    expect(roundedPath({ points: across, radius: 16 }).head).toBe('M91,-6 L100,0 L91,6');
  });
});

it('pointOn finds places along a line, and knows which of them run upright', () => {
  expect(pointOn(way, 0)).toEqual({ x: 100, y: 50, upright: true });
  expect(pointOn(way, 70 / 160)).toEqual({ x: 70, y: 90, upright: false });
  expect(pointOn(way, 1)).toEqual({ x: 40, y: 150, upright: true });
});
