import { describe, expect, it } from 'vitest';
import type { Session } from '../../../session/index.ts';
import { incomingWords, isUntouched, workspaceName } from './incoming.ts';

const files = (...paths: string[]) => paths.map((path) => ({ path, content: '' }));

describe('workspaceName', () => {
  it.each([
    [['orders.yaml'], 'orders'],
    [['shop/a.yaml', 'shop/deep/b.yaml'], 'shop'],
    [['/shop/a.yaml', '/shop/b.yaml'], 'shop'],
    [['a.yaml', 'b.yaml'], undefined],
    [['shop/a.yaml', 'other/b.yaml'], undefined],
    [['shop/a.yaml', 'b.yaml'], undefined],
    [[], undefined],
  ])('of %j is %s', (paths, name) => {
    expect(workspaceName(files(...paths))).toBe(name);
  });
});

describe('incomingWords', () => {
  it('names one file and counts many', () => {
    expect(incomingWords(files('a.yaml'))).toBe('a.yaml');
    expect(incomingWords(files('a.yaml', 'b.yaml'))).toBe('2 files');
  });
});

describe('isUntouched', () => {
  const session = (now: string[], opened: string[]) =>
    ({
      getState: () => ({
        workspace: {
          files: now.map((text, index) => ({ path: `${index}.yaml`, text })),
          opened: opened.map((text, index) => ({ path: `${index}.yaml`, text })),
        },
      }),
    }) as unknown as Session;

  it('goes by the texts', () => {
    expect(isUntouched(session(['a'], ['a']))).toBe(true);
    expect(isUntouched(session(['b'], ['a']))).toBe(false);
    expect(isUntouched(session(['a', 'b'], ['a']))).toBe(false);
    expect(isUntouched(session([], ['a']))).toBe(true);
  });
});
