import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId, readRemembered } from './memory.ts';

const kept = { id: 'abcd1234', panes: ['canvas', 'yaml'], scale: 1.5, since: 12 };

describe('what a tab remembers of presenting', () => {
  it('is read as it was kept', () => {
    expect(readRemembered(kept)).toEqual(kept);
    expect(readRemembered({ ...kept, id: newId() })).not.toBeNull();
  });

  it.each([
    { ...kept, id: '../x' },
    { ...kept, panes: 'canvas' },
    { ...kept, scale: 40 },
    { ...kept, since: 'long ago' },
    null,
  ])('is dropped where it cannot be: %j', (value) => expect(readRemembered(value)).toBeNull());

  it('shows panes that there are, whatever was written', () => {
    expect(readRemembered({ ...kept, panes: ['nothing', 3] })?.panes).toEqual(['canvas']);
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const read = readRemembered(value);
        expect(read === null || read.panes.length > 0).toBe(true);
      }),
    );
  });
});
