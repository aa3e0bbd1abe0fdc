import { describe, expect, it } from 'vitest';
import { createMemoryStorage } from './memory-storage.ts';
import { loadStored, manifestKey, NOTHING_STORED, planSave, type StoredState } from './stored.ts';
import type { Workspace } from './types.ts';

const workspace: Workspace = {
  id: 'w1',
  name: 'shop',
  files: [
    { path: 'a.yaml', text: 'a: 2\n' },
    { path: 'b.yaml', text: '\ufeffb: 1\r\n' },
  ],
  opened: [
    { path: 'a.yaml', text: 'a: 1\n' },
    { path: 'b.yaml', text: '\ufeffb: 1\r\n' },
  ],
};

const plan = (next: Workspace, stored: StoredState, unique: () => string, activeFile: string | null = null) =>
  planSave({ workspace: next, activeFile, points: [] }, stored, unique, 7);

const counter = () => {
  let n = 0;
  return () => `u${++n}`;
};

async function saved() {
  const values = new Map<string, unknown>();
  const storage = createMemoryStorage(values);
  const unique = counter();
  const first = plan(workspace, NOTHING_STORED, unique, 'b.yaml');
  expect(await storage.commit(first.commit)).toBe(true);
  return { values, storage, unique, stored: first.stored };
}

describe('stored work', () => {
  it('comes back as it was', async () => {
    const { storage } = await saved();
    expect(await loadStored(storage, 'w1')).toMatchObject({
      kind: 'loaded',
      snapshot: { workspace, activeFile: 'b.yaml' },
    });
    expect(await loadStored(createMemoryStorage(), 'w1')).toEqual({ kind: 'none' });
  });

  it('writes only the texts that changed and removes those no longer used', async () => {
    const { values, storage, unique, stored } = await saved();
    const before = [...values.keys()];
    const next = { ...workspace, files: [{ path: 'a.yaml', text: 'a: 3\n' }, ...workspace.files.slice(1)] };
    const { commit } = plan(next, stored, unique);
    expect([...commit.put.values()].filter((value) => typeof value === 'string')).toEqual(['a: 3\n']);
    expect(commit.remove).toHaveLength(1);
    await storage.commit(commit);
    expect(values.size).toBe(before.length);
    expect(await loadStored(storage, 'w1')).toMatchObject({ kind: 'loaded', snapshot: { workspace: next } });
  });

  it('is not overwritten by a tab that has not seen it', async () => {
    const { storage, unique, stored } = await saved();
    const mine = plan({ ...workspace, name: 'mine' }, stored, unique);
    const theirs = plan({ ...workspace, name: 'theirs' }, stored, unique);
    expect(await storage.commit(theirs.commit)).toBe(true);
    expect(await storage.commit(mine.commit)).toBe(false);
    expect(await loadStored(storage, 'w1')).toMatchObject({ snapshot: { workspace: { name: 'theirs' } } });
  });

  it.each([
    ['not a record', 'hello'],
    ['another version', { version: 9, stamp: 's', files: [], opened: [] }],
    ['lists that are no lists', { version: 1, stamp: 's', id: 'x', name: 'x', files: 3, opened: null }],
  ])('%s is damaged, and nothing can be saved of it', async (_, raw) => {
    const storage = createMemoryStorage(new Map<string, unknown>([[manifestKey('w1'), raw]]));
    expect(await loadStored(storage, 'w1')).toMatchObject({ kind: 'damaged', raw, workspace: null });
  });

  it('saves what it can of damaged work, and leaves the rest of it in the storage', async () => {
    const { values, storage, unique } = await saved();
    const [text] = [...values].find(([, value]) => value === 'a: 2\n')!;
    values.delete(text);
    const loaded = await loadStored(storage, 'w1');
    expect(loaded).toMatchObject({ kind: 'damaged', workspace: { files: [workspace.files[1]] } });
    if (loaded.kind !== 'damaged') return;
    const { commit } = plan(loaded.workspace!, loaded.stored, unique);
    expect(commit.remove).toEqual([]);
    expect(await storage.commit(commit)).toBe(true);
  });
});
