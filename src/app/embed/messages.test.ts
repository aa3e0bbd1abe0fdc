import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessage } from './messages.ts';

const ask = (more: object) => readMessage({ meshwright: 1, id: 7, ...more });
const FILE = { path: 'a.yaml', text: 'kind: Service\n' };

describe('a message from the page around', () => {
  it.each([
    ['get', { type: 'get' }, { type: 'get' }],
    ['set', { type: 'set', files: [FILE], more: 1 }, { type: 'set', files: [FILE] }],
    [
      'select',
      { type: 'select', resource: 'Service/shop/cart' },
      { type: 'select', resource: 'Service/shop/cart' },
    ],
    ['select nothing', { type: 'select', resource: null }, { type: 'select', resource: null }],
  ])('is read: %s', (_, message, asked) => {
    expect(ask(message)).toEqual({ id: 7, asked });
  });

  it.each([
    ['another type', { type: 'eval' }],
    ['no type', {}],
    ['files that are none', { type: 'set', files: 'a: 1' }],
    ['a file without text', { type: 'set', files: [{ path: 'a.yaml' }] }],
    ['a path that leads out', { type: 'set', files: [{ ...FILE, path: '../a.yaml' }] }],
    ['a path twice', { type: 'set', files: [FILE, FILE] }],
    [
      'too many files',
      { type: 'set', files: Array.from({ length: 501 }, (_, n) => ({ path: `${n}`, text: '' })) },
    ],
    ['too much text', { type: 'set', files: [{ path: 'a.yaml', text: 'x'.repeat(4_000_001) }] }],
    ['a resource that is none', { type: 'select', resource: { id: 1 } }],
  ])('is refused in words: %s', (_, message) => {
    expect(ask(message)).toEqual({ id: 7, asked: { refused: expect.stringMatching(/has to be/) } });
  });

  it('is none of ours without its sign, and never throws', () => {
    expect(readMessage({ type: 'get' })).toBeNull();
    expect(readMessage({ meshwright: 2, type: 'get' })).toBeNull();
    fc.assert(fc.property(fc.anything(), (data) => void readMessage(data)));
  });
});
