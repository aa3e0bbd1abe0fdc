import { describe, expect, it } from 'vitest';
import { createMemoryDisk } from './memory-storage.ts';
import { EVERY } from './restore-points.ts';
import { open, textOf, type Opened } from './session.testkit.ts';

const FILE = 'external-api.yaml';
const write = ({ session }: Opened, insert: string, path = FILE) =>
  session.dispatch({ type: 'edit-text', path, edits: [{ from: 0, to: 0, insert }], origin: 'text' });
const whys = ({ state }: Opened) => state().restorePoints.map(({ name, why }) => name ?? why);
const firstLines = async ({ session, state }: Opened) =>
  Promise.all(
    state().restorePoints.map(async ({ id }) => (await session.readRestorePoint(id))[0]?.text.split('\n')[0]),
  );

describe('restore points', () => {
  it('are made before much is changed at once, and not for typing', async () => {
    const opened = await open();
    write(opened, '# one\n');
    expect(whys(opened)).toEqual([]);
    opened.session.dispatch({ type: 'revert' });
    write(opened, '# two\n');
    opened.session.dispatch({
      type: 'open-files',
      files: [{ path: 'b.yaml', content: 'b: 1\n' }],
      mode: 'add',
    });
    opened.session.dispatch({ type: 'delete-file', path: FILE });
    expect(whys(opened)).toEqual([
      'Before “Revert all files”',
      'Before “Open b.yaml”',
      `Before “Delete ${FILE}”`,
    ]);
    expect(await firstLines(opened)).toEqual(['# one', '# two', '# two']);
  });

  it('are made now and then while a person works, of what was there before', async () => {
    const opened = await open();
    write(opened, '# one\n');
    await opened.clock.advance(EVERY);
    write(opened, '# two\n');
    write(opened, '# three\n');
    await opened.clock.advance(EVERY);
    write(opened, '# four\n');
    expect(whys(opened)).toEqual(['While you worked', 'While you worked']);
    expect(await firstLines(opened)).toEqual(['# one', '# three']);
  });

  it('keep their texts over a reload, each text once', async () => {
    const values = new Map<string, unknown>();
    const opened = await open({ disk: createMemoryDisk(values) });
    write(opened, '# one\n');
    opened.session.dispatch({ type: 'keep-restore-point', name: 'before the move' });
    opened.session.dispatch({ type: 'new-file', path: 'b.yaml', text: 'b: 1\n' });
    opened.session.dispatch({ type: 'keep-restore-point', name: 'with b' });
    write(opened, '# two\n');
    await opened.session.settled();
    const next = await open({ disk: createMemoryDisk(values) });
    expect(whys(next)).toEqual(['before the move', 'with b', 'When the page was opened']);
    expect(await firstLines(next)).toEqual(['# one', '# one', '# two']);
    // The text as opened, with one line, with two, and b.
    expect([...values.keys()].filter((key) => key.startsWith('text/'))).toHaveLength(4);
    const third = await open({ disk: createMemoryDisk(values) });
    expect(whys(third)).toEqual(whys(next));
  });

  it('are restored as one step, which undo takes back; how it was before becomes one too', async () => {
    const values = new Map<string, unknown>();
    const first = await open({ disk: createMemoryDisk(values) });
    write(first, '# one\n');
    first.session.dispatch({ type: 'keep-restore-point', name: 'one' });
    await first.session.settled();
    const opened = await open({ disk: createMemoryDisk(values) });
    write(opened, '# two\n');
    opened.session.dispatch({ type: 'new-file', path: 'b.yaml', text: 'b: 1\n' });
    const before = opened.state().workspace.files;
    const [point] = opened.state().restorePoints;
    opened.session.dispatch({ type: 'restore', point: point?.id ?? '' });
    await opened.session.settled();
    expect(opened.state().workspace.files.map(({ path }) => path)).toEqual([FILE]);
    expect(textOf(opened.state(), FILE).startsWith('# one\n')).toBe(true);
    expect(opened.state().undo).toBe('Restore “one”');
    expect(whys(opened).at(-1)).toBe('Before “Restore “one””');
    opened.session.dispatch({ type: 'undo' });
    expect(opened.state().workspace.files).toEqual(before);
  });

  it('belong to their workspace', async () => {
    const opened = await open();
    write(opened, '# one\n');
    opened.session.dispatch({ type: 'keep-restore-point', name: 'of the sample' });
    opened.session.dispatch({
      type: 'open-files',
      files: [{ path: 'b.yaml', content: 'b: 1\n' }],
      mode: 'replace',
    });
    expect(whys(opened)).toEqual([]);
    opened.session.dispatch({ type: 'undo' });
    expect(whys(opened)).toEqual(['of the sample']);
  });

  it('go when told to, with their texts', async () => {
    const values = new Map<string, unknown>();
    const opened = await open({ disk: createMemoryDisk(values) });
    write(opened, '# only here\n');
    opened.session.dispatch({ type: 'keep-restore-point', name: 'x' });
    opened.session.dispatch({ type: 'undo' });
    await opened.session.settled();
    const [point] = opened.state().restorePoints;
    expect(JSON.stringify([...values])).toContain('# only here');
    expect(opened.session.dispatch({ type: 'forget-restore-point', point: point?.id ?? '' })).toBe(true);
    expect(opened.session.dispatch({ type: 'forget-restore-point', point: 'none' })).toBe(false);
    await opened.session.settled();
    expect(JSON.stringify([...values])).not.toContain('# only here');
  });
});
