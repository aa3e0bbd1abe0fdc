import { describe, expect, it } from 'vitest';
import { createAutosave } from './autosave.ts';
import { createFakeClock, flush } from './fake-clock.testkit.ts';
import { createMemoryDisk } from './memory-storage.ts';
import { loadStored } from './stored.ts';
import { EMPTY_SHELF, type Shelf } from './shelf.ts';
import type { SaveState } from './types.ts';

let serial = 0;

function setup(storage = createMemoryDisk().connect()) {
  const clock = createFakeClock();
  const states: SaveState[] = [];
  const shelves: Shelf[] = [];
  const tab = { name: 'first', conflicts: 0 };
  const autosave = createAutosave({
    storage,
    clock,
    unique: () => `u${++serial}`,
    snapshot: () => ({
      workspace: { id: 'w', name: tab.name, files: [], opened: [] },
      activeFile: null,
      points: [],
    }),
    shelf: () => EMPTY_SHELF,
    onShelf: (shelf) => shelves.push(shelf),
    onState: (state) => states.push(state),
    onConflict: () => tab.conflicts++,
  });
  return { storage, clock, shelves, states, tab, autosave, kinds: () => states.map(({ kind }) => kind) };
}

const nameIn = async (storage: Parameters<typeof loadStored>[0]) => {
  const loaded = await loadStored(storage, 'w');
  return loaded.kind === 'loaded' ? loaded.snapshot.workspace.name : loaded.kind;
};

describe('createAutosave', () => {
  it('saves once after a burst', async () => {
    const { storage, clock, autosave, tab, kinds } = setup();
    for (const name of ['a', 'b', 'c']) {
      tab.name = name;
      autosave.touch();
      await clock.advance(100);
    }
    expect(await nameIn(storage)).toBe('none');
    await clock.advance(300);
    expect(await nameIn(storage)).toBe('c');
    expect(kinds()).toEqual(['unsaved', 'unsaved', 'unsaved', 'saving', 'saved']);
  });

  it('writes at once when the page goes away', async () => {
    const { storage, autosave, kinds } = setup();
    autosave.touch();
    autosave.leave();
    await flush();
    expect(await nameIn(storage)).toBe('first');
    expect(kinds()).toEqual(['unsaved', 'saved']);
    expect(autosave.pending()).toBe(false);
  });

  it('says why a save failed, and tries again by itself', async () => {
    const memory = createMemoryDisk().connect();
    let full = true;
    const { clock, autosave, states, kinds } = setup({
      ...memory,
      commit: (...args) =>
        full ? Promise.reject(new Error('The storage is full.')) : memory.commit(...args),
    });
    autosave.touch();
    await clock.advance(300);
    expect(states.at(-1)).toEqual({ kind: 'failed', message: 'The storage is full.' });
    expect(autosave.pending()).toBe(true);
    full = false;
    await clock.advance(2_000);
    expect(kinds().at(-1)).toBe('saved');
    expect(await nameIn(memory)).toBe('first');
  });

  it('stops when another tab has saved, and goes on when told to', async () => {
    const disk = createMemoryDisk();
    const mine = setup(disk.connect());
    const theirs = setup(disk.connect());
    theirs.tab.name = 'theirs';
    theirs.autosave.touch();
    await theirs.clock.advance(300);
    mine.autosave.touch();
    await mine.clock.advance(300);
    expect(mine.tab.conflicts).toBe(1);
    mine.autosave.touch();
    await mine.clock.advance(5_000);
    expect(await nameIn(mine.storage)).toBe('theirs');
    const loaded = await loadStored(mine.storage, 'w');
    if (loaded.kind !== 'loaded') throw new Error('nothing stored');
    mine.autosave.overwrite(loaded.stored);
    await mine.clock.advance(300);
    expect(await nameIn(mine.storage)).toBe('first');
  });

  it('settles when all is written', async () => {
    const { storage, autosave } = setup();
    autosave.touch();
    await autosave.settled();
    expect(await nameIn(storage)).toBe('first');
  });

  it('writes once more what a save under way may never finish, when the page goes', async () => {
    const disk = createMemoryDisk();
    const good = disk.connect();
    const stuck = {
      ...good,
      commit: (commit: Parameters<typeof good.commit>[0], leaving?: boolean) =>
        leaving ? good.commit(commit, true) : new Promise<never>(() => {}),
    };
    const { clock, autosave, tab } = setup(stuck);
    tab.name = 'typed at the last moment';
    autosave.touch();
    await clock.advance(1_000);
    expect(await nameIn(good)).toBe('none');
    autosave.leave();
    await flush();
    expect(await nameIn(good)).toBe('typed at the last moment');
  });

  it('saves all of it again when what it wrote while leaving did not arrive', async () => {
    const memory = createMemoryDisk().connect();
    let full = true;
    const { clock, autosave, tab, kinds } = setup({
      ...memory,
      commit: (commit, leaving) =>
        full && leaving ? Promise.reject(new Error('The storage is full.')) : memory.commit(commit, leaving),
    });
    autosave.touch();
    await clock.advance(300);
    tab.name = 'second';
    autosave.touch();
    autosave.leave();
    autosave.leave();
    await flush();
    full = false;
    await clock.advance(300);
    expect(kinds().at(-1)).toBe('saved');
    expect(tab.conflicts).toBe(0);
    expect(await nameIn(memory)).toBe('second');
  });
});
