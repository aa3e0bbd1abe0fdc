import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES, readPreferences } from './preferences.ts';

describe('readPreferences', () => {
  it('reads what was stored', () => {
    const stored = {
      ...DEFAULT_PREFERENCES,
      theme: 'dark',
      railOpen: false,
      layouts: { main: { a: 20, b: 80 } },
    };
    expect(readPreferences(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
  });

  it('falls back field by field', () => {
    expect(
      readPreferences({ theme: 'pink', flow: 'right', railOpen: 'yes', layouts: { a: { x: 'wide' } } }),
    ).toEqual({
      ...DEFAULT_PREFERENCES,
      flow: 'right',
    });
  });

  it('makes preferences of anything', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(Object.keys(readPreferences(stored)).sort()).toEqual(Object.keys(DEFAULT_PREFERENCES).sort());
      }),
    );
  });
});
