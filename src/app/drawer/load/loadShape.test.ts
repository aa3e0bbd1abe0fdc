import { describe, expect, it } from 'vitest';
import { phasesOf, shapeOf, timeWord } from './loadShape.ts';

describe('the shape of a load', () => {
  it.each(['ramp', 'spike'] as const)('%s: what is written is recognized', (shape) => {
    const phases = phasesOf(shape, 100, 60_000) ?? [];
    expect(shapeOf({ rate: 100, phases: [...phases] })).toBe(shape);
  });

  it.each([
    ['constant', { rate: 5 }],
    ['constant', { rate: 5, phases: [] }],
    ['own', { rate: 5, phases: [{ at: '1s', rate: 9 }] }],
    [
      'own',
      {
        rate: 5,
        phases: [
          { at: '1s', rate: 9 },
          { at: '2s', rate: 7 },
        ],
      },
    ],
    [
      'own',
      {
        rate: 5,
        phases: [
          { at: '1s', rate: 9, ramp: '1s' },
          { at: '2s', rate: 5 },
        ],
      },
    ],
  ] as const)('is %s of %j', (shape, load) => {
    expect(shapeOf(load as never)).toBe(shape);
  });

  it('has phases within the run', () => {
    expect(phasesOf('spike', 10, 30_000)).toEqual([
      { at: '10s', rate: 50 },
      { at: '15s', rate: 10 },
    ]);
    expect(phasesOf('constant', 10, 30_000)).toBeUndefined();
  });

  it.each([
    [20_000, '20s'],
    [1500, '1500ms'],
    [3333, '3300ms'],
  ])('%i is written %s', (length, word) => expect(timeWord(length)).toBe(word));
});
