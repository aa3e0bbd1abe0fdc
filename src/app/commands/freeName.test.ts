import { describe, expect, it } from 'vitest';
import { freeName } from './freeName.ts';

describe('freeName', () => {
  it.each([
    ['orders', [], 'orders'],
    ['orders', ['orders'], 'orders-2'],
    ['orders', ['orders', 'orders-2', 'orders-4'], 'orders-3'],
    ['orders-2', ['orders'], 'orders-2'],
  ])('%s beside %j: %s', (name, taken, expected) => {
    expect(freeName(name, new Set(taken))).toBe(expected);
  });
});
