import { describe, expect, it } from 'vitest';
import { numberWords, percentWords, secondWords, tookWords } from './words.ts';

describe('numbers of the load lab in words', () => {
  it.each([
    [1, '100 %'],
    [0.9999, '99.99 %'],
    [0.99999, '99.99 %'],
    [0.9912, '99.1 %'],
    [0.5, '50 %'],
    [0, '0 %'],
  ])('the share %f is %s', (share, words) => expect(percentWords(share)).toBe(words));

  it.each([
    [20_150, '20.2 s'],
    [60_000, '60 s'],
  ])('%i is %s', (length, words) => expect(secondWords(length)).toBe(words));

  it.each([
    [0.2, '1 ms'],
    [79, '79 ms'],
    [112, '0.11 s'],
  ])('%f took %s', (length, words) => expect(tookWords(length)).toBe(words));

  it.each([
    [1000, '1,000'],
    [0.42, '0.4'],
    [98.6, '99'],
  ])('%f is told as %s', (value, words) => expect(numberWords(value)).toBe(words));
});
