import { describe, expect, it } from 'vitest';
import { readOpened } from './opening.ts';

describe('readOpened', () => {
  it('keeps the order, renames what is taken, names what it leaves out', () => {
    const opening = readOpened(
      [
        { path: 'a.yaml', content: 'a: 1\n' },
        { path: 'logo.png', content: new Uint8Array([0x89, 0x50, 0, 1]) },
        { path: 'a.yaml', content: new TextEncoder().encode('a: 2\n') },
      ],
      ['a.yaml'],
    );
    expect(opening.files).toEqual([
      { path: 'a-2.yaml', text: 'a: 1\n' },
      { path: 'a-3.yaml', text: 'a: 2\n' },
    ]);
    expect(opening.refused.map(({ path }) => path)).toEqual(['logo.png']);
    expect(opening.renamed).toEqual([
      { path: 'a.yaml', to: 'a-2.yaml' },
      { path: 'a.yaml', to: 'a-3.yaml' },
    ]);
  });

  it('stops where there is too much for one workspace', () => {
    const content = ' '.repeat(30 * 1024 * 1024);
    const opening = readOpened(
      [1, 2, 3, 4].map((n) => ({ path: `${n}.yaml`, content })),
      [],
    );
    expect(opening.files).toHaveLength(3);
    expect(opening.refused).toEqual([{ path: '4.yaml', why: expect.stringContaining('too much') as string }]);
  });
});
