import { describe, expect, it } from 'vitest';
import { createMemoryDisk } from '../memory-storage.ts';
import { createDraft } from './draft.ts';
import { createDraftKeeper, readDrafts } from './draft-keeper.ts';

const file = (path: string, text = path) => ({ path, text });
const insert = (at: number, text: string) => [{ from: at, to: at, insert: text }];

describe('a draft', () => {
  it('takes a burst of typing back as one step, and does it again', () => {
    const draft = createDraft([file('a.md', 'A')], 'a.md');
    draft.edit('a.md', insert(1, 'b'), 'one');
    draft.edit('a.md', insert(2, 'c'), 'one');
    draft.edit('a.md', insert(3, 'd'), 'two');
    expect(draft.getState()).toMatchObject({ files: [file('a.md', 'Abcd')], undo: 'Typing', revision: 3 });
    draft.undo();
    draft.undo();
    expect(draft.getState()).toMatchObject({ files: [file('a.md', 'A')], undo: null, redo: 'Typing' });
    draft.redo();
    expect(draft.getState().files).toEqual([file('a.md', 'Abc')]);
    expect(createDraft([], null).undo()).toBe(false);
  });

  it('shows the lesson again that an undone step was about', () => {
    const draft = createDraft([file('a.md'), file('b.md')], 'b.md');
    draft.change('Delete b', [{ kind: 'delete', path: 'b.md' }], 'a.md');
    expect(draft.getState()).toMatchObject({ path: 'a.md', undo: 'Delete b' });
    draft.undo();
    expect(draft.getState()).toMatchObject({ path: 'b.md', files: [file('a.md'), file('b.md')] });
    draft.redo();
    expect(draft.getState().path).toBe('a.md');
  });

  it('tells of changes before it tells that it has changed, and refuses a file that is gone', () => {
    const draft = createDraft([file('a.md')], 'a.md');
    const heard: string[] = [];
    draft.onChanges((_, origin) => heard.push(`${origin} ${draft.getState().files[0]?.text}`));
    draft.subscribe(() => heard.push('changed'));
    draft.edit('a.md', insert(0, '!'), 'x');
    expect(heard).toEqual(['text !a.md', 'changed']);
    expect(draft.edit('b.md', [], 'x')).toBe(false);
  });
});

describe('kept drafts', () => {
  const kept = (id: string, usedAt = 0) => ({ id, title: `Pack ${id}`, lessons: 1, usedAt });
  const stamps = () => {
    let n = 0;
    return () => `s${n++}`;
  };

  it('are there again, the last used first', async () => {
    const storage = createMemoryDisk().connect();
    const keeper = createDraftKeeper(storage, stamps());
    expect(await keeper.save(kept('a'), [file('a.md')], null)).toBe('s0');
    await keeper.save(kept('b'), [], null);
    expect(await keeper.list()).toEqual([kept('b'), kept('a')]);
    expect(await keeper.load('a')).toEqual({ files: [file('a.md')], stamp: 's0' });
    await keeper.remove('a');
    expect([await keeper.list(), await keeper.load('a')]).toEqual([[kept('b')], null]);
  });

  it('are not overwritten unseen by another tab, which hears of it', async () => {
    const disk = createMemoryDisk();
    const fresh = stamps();
    const [one, two] = [createDraftKeeper(disk.connect(), fresh), createDraftKeeper(disk.connect(), fresh)];
    const heard: string[] = [];
    two.watch((id) => heard.push(id));
    const first = await one.save(kept('a'), [file('a.md', '1')], null);
    expect(heard).toEqual(['a']);
    expect(await two.save(kept('a'), [file('a.md', '2')], null)).toBeNull();
    expect(await two.save(kept('a'), [file('a.md', '2')], null, 'over')).not.toBeNull();
    expect(await one.save(kept('a'), [file('a.md', '3')], first)).toBeNull();
    expect((await one.load('a'))?.files).toEqual([file('a.md', '2')]);
  });

  it('leave out what is none', () => {
    expect(readDrafts([null, 1, { id: 'a' }, { id: 'a', title: 'A' }])).toEqual([
      { id: 'a', title: 'A', lessons: 0, usedAt: 0 },
    ]);
    expect(readDrafts('x')).toEqual([]);
  });
});
