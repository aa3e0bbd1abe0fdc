import { describe, expect, it } from 'vitest';
import { failingOf, poolWords, tagWords, widthOf } from './look.ts';

const endpoint = { name: 'eu-1', rate: 330.4, failing: 0, state: 'answering', out: 0, left: 0 } as const;

describe('how a moment of a load looks', () => {
  it.each([
    [0, 100, 0],
    [100, 100, 16],
    [25, 100, 9],
    [1, 100, 3.4],
    [5, 0, 0],
  ])('a line with %i of %i is %f wide', (rate, busiest, width) =>
    expect(widthOf({ rate, failing: 0 }, busiest)).toBe(width),
  );

  it('tells failures in steps, and the least of them', () => {
    expect([0, 0.001, 0.05, 0.5, 1].map((failing) => failingOf({ rate: 1, failing }))).toEqual([
      0, 5, 5, 50, 100,
    ]);
  });

  it.each([
    [endpoint, '330/s'],
    [{ ...endpoint, rate: 2.25 }, '2.3/s'],
    [{ ...endpoint, state: 'ejected', out: 4, left: 27_100 } as const, 'out · 28 s'],
    [{ ...endpoint, state: 'failing', failing: 0.334 } as const, '330/s · 33 % fail'],
    [{ ...endpoint, out: 1 }, '330/s · 1 of 4 out'],
    [{ ...endpoint, state: 'returning' } as const, '330/s · back'],
    [{ ...endpoint, state: 'idle', rate: 0 } as const, 'idle'],
  ])('%j reads %s', (told, words) => expect(tagWords(told, 4)).toBe(words));

  it('says of a pool what fills it, and what it refuses', () => {
    const limit = { of: 'connections', most: 30, now: 30 } as const;
    expect(poolWords({ limit, fill: 1, refused: 12 })).toBe('30 of 30 connections · 12/s refused');
    expect(poolWords({ limit: null, fill: 0, refused: 0 })).toBeNull();
  });
});
