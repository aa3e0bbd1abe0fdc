import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetLeaving, keepLeaving, leftBehind } from './leaving.ts';

const guard = { key: 'workspace a', accepts: () => true };
const commit = { put: new Map<string, unknown>([['text 1', 'kind: Gateway\n']]), remove: ['text 0'], guard };

/** The part of `Storage` that is used; its entries are its own keys, as in a browser. */
function fakeStorage(limit = Infinity): Record<string, unknown> {
  const storage: Record<string, unknown> = {};
  const hidden = (name: string, value: unknown) =>
    Object.defineProperty(storage, name, { value, enumerable: false });
  hidden('getItem', (key: string) => storage[key] ?? null);
  hidden('removeItem', (key: string) => delete storage[key]);
  hidden('setItem', (key: string, value: string) => {
    if (value.length > limit) throw new DOMException('full', 'QuotaExceededError');
    storage[key] = value;
  });
  return storage;
}

describe('what a page keeps while it goes away', () => {
  beforeEach(() => vi.stubGlobal('localStorage', fakeStorage()));
  afterEach(() => vi.unstubAllGlobals());

  it('is found again, by workspace, until a commit of that workspace has arrived', () => {
    keepLeaving(commit);
    keepLeaving({ ...commit, guard: { ...guard, key: 'workspace b' } });
    expect(leftBehind().get('workspace a')).toEqual({
      put: [['text 1', 'kind: Gateway\n']],
      remove: ['text 0'],
    });
    forgetLeaving('workspace a');
    expect([...leftBehind().keys()]).toEqual(['workspace b']);
  });

  it('breaks nothing where storage is full, blocked, or holds nonsense', () => {
    vi.stubGlobal('localStorage', fakeStorage(3));
    keepLeaving(commit);
    expect(leftBehind().size).toBe(0);
    vi.stubGlobal('localStorage', { ...fakeStorage(), 'meshwright-leaving:x': '{', getItem: () => '{' });
    expect(leftBehind().size).toBe(0);
    vi.stubGlobal('localStorage', undefined);
    keepLeaving(commit);
    expect(leftBehind().size).toBe(0);
  });
});
