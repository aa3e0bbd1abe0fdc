import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAutosave } from '../session/autosave.ts';
import { createFakeClock, flush } from '../session/fake-clock.testkit.ts';
import { createMemoryDisk } from '../session/memory-storage.ts';
import { loadStored } from '../session/stored.ts';
import { EMPTY_SHELF } from '../session/shelf.ts';
import { forgetLeaving, isOverdue, keepLeaving, keptLeaving, leftBehind } from './leaving.ts';

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
    forgetLeaving('workspace a', keptLeaving('workspace a'));
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

  it('holds all that a later commit counts on, and gives it back for that commit', () => {
    keepLeaving(commit);
    const later = { put: new Map<string, unknown>([['workspace a', 2]]), remove: ['text 9'], guard };
    expect([...keepLeaving(later).put]).toEqual([
      ['text 1', 'kind: Gateway\n'],
      ['workspace a', 2],
    ]);
    keepLeaving({ put: new Map([['text 9', 'back']]), remove: ['text 1'], guard });
    expect(leftBehind().get('workspace a')).toEqual({
      put: [
        ['workspace a', 2],
        ['text 9', 'back'],
      ],
      remove: ['text 0', 'text 1'],
    });
  });

  it('gives way to a later commit that was too large to be kept, where that has arrived', () => {
    const large = (stamp: string) => ({
      put: new Map<string, unknown>([
        ['text 2', 'x'.repeat(2_000_001)],
        ['workspace a', { stamp }],
      ]),
      remove: [],
      guard,
    });
    keepLeaving(large('s1'));
    expect(leftBehind().size).toBe(0);
    keepLeaving({ ...commit, put: new Map([...commit.put, ['workspace a', { stamp: 's0' }]]) });
    // All of what was kept goes with it.
    expect([...keepLeaving(large('s1')).put.keys()]).toEqual(['text 1', 'workspace a', 'text 2']);
    keepLeaving(large('s2'));
    const kept = leftBehind().get('workspace a');
    expect(kept).toMatchObject({
      put: [
        ['text 1', 'kind: Gateway\n'],
        ['workspace a', { stamp: 's0' }],
      ],
    });
    const overdue = (stored: unknown) => kept && isOverdue(kept, stored);
    expect(['s1', 's2'].map((stamp) => overdue({ stamp }))).toEqual([true, true]);
    expect([{ stamp: 's0' }, {}, null, undefined].map(overdue)).toEqual([false, false, false, false]);
    // A later one that fits holds everything again.
    keepLeaving({ ...commit, put: new Map([['workspace a', { stamp: 's3' }]]) });
    expect(leftBehind().get('workspace a')?.unless).toBeUndefined();
  });

  it('is not kept any more where a later one can neither be kept nor be noted', () => {
    keepLeaving(commit);
    const full = fakeStorage(3);
    full['meshwright-leaving:workspace a'] = keptLeaving('workspace a');
    vi.stubGlobal('localStorage', full);
    keepLeaving({ ...commit, put: new Map([['workspace a', { stamp: 's1' }]]) });
    expect(leftBehind().size).toBe(0);
  });

  it('stays when a commit arrives that was made before it was kept', () => {
    const seen = keptLeaving('workspace a');
    keepLeaving(commit);
    forgetLeaving('workspace a', seen);
    expect(leftBehind().size).toBe(1);
  });

  it('brings back all of the work, however often the page was told that it goes', async () => {
    const clock = createFakeClock();
    const files = [{ path: 'a.yaml', text: 'kind: Gateway\n' }];
    const states: string[] = [];
    let serial = 0;
    const autosave = createAutosave({
      // A page that goes away while its first save is under way, and never hears of any.
      storage: {
        ...createMemoryDisk().connect(),
        commit: (made, leaving) => {
          if (leaving) keepLeaving(made);
          return new Promise<never>(() => {});
        },
      },
      clock,
      unique: () => `u${++serial}`,
      snapshot: () => ({
        workspace: { id: 'w', name: 'w', files, opened: [] },
        activeFile: null,
        points: [],
      }),
      shelf: () => EMPTY_SHELF,
      onShelf: () => {},
      onState: ({ kind }) => states.push(kind),
      onConflict: () => {},
    });
    autosave.touch();
    await clock.advance(1_000);
    expect(states.at(-1)).toBe('saving');
    autosave.leave();
    autosave.leave();
    await flush();
    const next = createMemoryDisk().connect();
    for (const { put } of leftBehind().values()) {
      for (const [key, value] of put) await next.set(key, value);
    }
    expect(await loadStored(next, 'w')).toMatchObject({ kind: 'loaded', snapshot: { workspace: { files } } });
  });
});
