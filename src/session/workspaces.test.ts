import { describe, expect, it } from 'vitest';
import { createMemoryDisk } from './memory-storage.ts';
import { ONLY_WORKSPACE } from './migrate.ts';
import { loadSample } from './samples/index.ts';
import { open, textOf, type Opened } from './session.testkit.ts';
import { manifestKey } from './stored.ts';

const FILE = 'external-api.yaml';
const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: {name: one}\n';

const paths = ({ state }: Opened) => state().workspace.files.map(({ path }) => path);
const names = ({ state }: Opened) => state().workspaces.map(({ name }) => name);
const idOf = ({ state }: Opened, name: string) => {
  const entry = state().workspaces.find((kept) => kept.name === name);
  if (!entry) throw new Error(`no workspace ${name}`);
  return entry.id;
};
const replace = ({ session }: Opened, path: string, content = SERVICE) =>
  session.dispatch({ type: 'open-files', files: [{ path, content }], mode: 'replace' });
const write = ({ session }: Opened, path: string, insert: string) =>
  session.dispatch({ type: 'edit-text', path, edits: [{ from: 0, to: 0, insert }], origin: 'text' });
const go = async (opened: Opened, name: string) => {
  expect(opened.session.dispatch({ type: 'switch-workspace', id: idOf(opened, name) })).toBe(true);
  await opened.session.settled();
};

describe('several workspaces', () => {
  it('opening instead of what is there keeps what is there', async () => {
    const opened = await open();
    write(opened, FILE, '# mine\n');
    replace(opened, 'orders.yaml');
    await opened.session.settled();
    expect(names(opened)).toEqual(['orders', 'payments-egress']);
    await go(opened, 'payments-egress');
    expect(textOf(opened.state(), FILE).startsWith('# mine\n')).toBe(true);
    expect(names(opened)).toEqual(['payments-egress', 'orders']);
  });

  it('what was typed just before going on is saved, even if the page is left at once', async () => {
    const leavers: (() => void)[] = [];
    const page = { onLeave: (listener: () => void) => (leavers.push(listener), () => {}) };
    const opened = await open({ ports: { page } });
    replace(opened, 'a.yaml');
    await opened.session.settled();
    write(opened, 'a.yaml', '# last\n');
    replace(opened, 'b.yaml');
    for (const leave of leavers) leave();
    const next = await open({ disk: opened.disk });
    expect(names(next).toSorted()).toEqual(['a', 'b']);
    await go(next, 'a');
    expect(textOf(next.state(), 'a.yaml')).toBe(`# last\n${SERVICE}`);
  });

  it('going from one to another is a step that undo takes back', async () => {
    const opened = await open();
    replace(opened, 'a.yaml');
    replace(opened, 'b.yaml');
    await opened.session.settled();
    await go(opened, 'a');
    expect([paths(opened), opened.state().undo]).toEqual([['a.yaml'], 'Switch to a']);
    write(opened, 'a.yaml', '# a\n');
    opened.session.dispatch({ type: 'undo' });
    opened.session.dispatch({ type: 'undo' });
    expect([paths(opened), opened.state().workspace.name]).toEqual([['b.yaml'], 'b']);
    opened.session.dispatch({ type: 'redo' });
    opened.session.dispatch({ type: 'redo' });
    await opened.session.settled();
    const next = await open({ disk: opened.disk });
    expect(textOf(next.state(), 'a.yaml')).toBe(`# a\n${SERVICE}`);
  });

  it('an untouched sample and an empty workspace are not kept', async () => {
    const opened = await open();
    opened.session.dispatch({ type: 'open-sample', sample: await loadSample('weighted-canary') });
    await opened.session.settled();
    expect(names(opened)).toEqual(['weighted-canary']);
    expect(opened.state().selection?.resource).toBe('VirtualService/bakery/orders');
    opened.session.dispatch({ type: 'new-workspace' });
    await opened.session.settled();
    expect(names(opened)).toEqual(['untitled']);
    replace(opened, 'a.yaml');
    await opened.session.settled();
    expect(names(opened)).toEqual(['a']);
  });

  it('can be renamed, copied and deleted without opening them', async () => {
    const opened = await open();
    replace(opened, 'a.yaml');
    replace(opened, 'b.yaml');
    await opened.session.settled();
    opened.session.dispatch({ type: 'rename-workspace', id: idOf(opened, 'a'), name: ' alpha ' });
    await opened.session.settled();
    opened.session.dispatch({ type: 'duplicate-workspace', id: idOf(opened, 'alpha') });
    await opened.session.settled();
    expect(names(opened).toSorted()).toEqual(['alpha', 'alpha copy', 'b']);
    opened.session.dispatch({ type: 'delete-workspace', id: idOf(opened, 'alpha') });
    await opened.session.settled();
    expect(names(opened).toSorted()).toEqual(['alpha copy', 'b']);
    await go(opened, 'alpha copy');
    expect([paths(opened), opened.state().workspace.name]).toEqual([['a.yaml'], 'alpha copy']);
  });

  it('deleting the open one goes to the last used; nothing of it is left in the storage, and undo brings it back', async () => {
    const values = new Map<string, unknown>();
    const opened = await open({ disk: createMemoryDisk(values) });
    replace(opened, 'a.yaml', '# unique to a\n');
    replace(opened, 'b.yaml');
    await opened.session.settled();
    await go(opened, 'a');
    const id = opened.state().workspace.id;
    write(opened, 'a.yaml', '# and more\n');
    opened.session.dispatch({ type: 'delete-workspace', id });
    await opened.session.settled();
    expect([paths(opened), names(opened)]).toEqual([['b.yaml'], ['b']]);
    expect(JSON.stringify([...values])).not.toContain('unique to a');
    opened.session.dispatch({ type: 'undo' });
    await opened.session.settled();
    expect(textOf(opened.state(), 'a.yaml')).toBe('# and more\n# unique to a\n');
    expect(names(opened)).toEqual(['a', 'b']);
  });

  it('deleting the only one opens the sample', async () => {
    const opened = await open();
    replace(opened, 'a.yaml');
    await opened.session.settled();
    opened.session.dispatch({ type: 'delete-workspace', id: idOf(opened, 'a') });
    await opened.session.settled();
    expect(paths(opened)).toEqual([FILE]);
    expect(names(opened)).not.toContain('a');
  });

  it('one that cannot be read is said, and nothing is lost', async () => {
    const values = new Map<string, unknown>();
    const opened = await open({ disk: createMemoryDisk(values) });
    replace(opened, 'a.yaml');
    replace(opened, 'b.yaml');
    await opened.session.settled();
    values.set(manifestKey(idOf(opened, 'a')), 'rubbish');
    await go(opened, 'a');
    expect(paths(opened)).toEqual(['b.yaml']);
    expect(opened.state().notices.at(-1)).toMatchObject({ tone: 'error', title: 'a could not be opened' });
    expect(values.get(manifestKey(idOf(opened, 'a')))).toBe('rubbish');
  });

  it('a tab shows after a reload what it showed before, whatever another tab has opened', async () => {
    const first = await open();
    replace(first, 'a.yaml');
    await first.session.settled();
    const id = first.state().workspace.id;
    const second = await open({ disk: first.disk });
    replace(second, 'b.yaml');
    await second.session.settled();
    expect(names(first)).toEqual(['b', 'a']);
    expect(first.state().notices).toEqual([]);
    const tab = { recall: () => id, remember: () => {} };
    const again = await open({ disk: first.disk, ports: { page: { onLeave: () => () => {}, tab } } });
    expect(paths(again)).toEqual(['a.yaml']);
    expect(paths(await open({ disk: first.disk }))).toEqual(['b.yaml']);
  });

  it('both versions are kept where another tab has saved what this one goes away from', async () => {
    const mine = await open();
    replace(mine, 'a.yaml');
    await mine.session.settled();
    const theirs = await open({ disk: mine.disk });
    write(theirs, 'a.yaml', '# theirs\n');
    await theirs.session.settled();
    write(mine, 'a.yaml', '# mine\n');
    replace(mine, 'b.yaml');
    await mine.session.settled();
    expect(names(mine).toSorted()).toEqual(['a', 'a (from another tab)', 'b']);
    await go(mine, 'a (from another tab)');
    expect(textOf(mine.state(), 'a.yaml')).toBe(`# mine\n${SERVICE}`);
    await go(mine, 'a');
    expect(textOf(mine.state(), 'a.yaml')).toBe(`# theirs\n${SERVICE}`);
  });
});

describe('the one workspace of earlier versions', () => {
  it('becomes the first of several, with every text', async () => {
    const values = new Map<string, unknown>([
      ['text/1', SERVICE],
      ['text/2', `# mine\n${SERVICE}`],
      [
        ONLY_WORKSPACE,
        {
          version: 1,
          stamp: 's',
          id: 'old',
          name: 'harbour',
          files: [{ path: 'a.yaml', text: 'text/2' }],
          opened: [{ path: 'a.yaml', text: 'text/1' }],
          activeFile: 'a.yaml',
        },
      ],
    ]);
    const opened = await open({ disk: createMemoryDisk(values) });
    expect(opened.state().workspace).toEqual({
      id: 'old',
      name: 'harbour',
      files: [{ path: 'a.yaml', text: `# mine\n${SERVICE}` }],
      opened: [{ path: 'a.yaml', text: SERVICE }],
    });
    expect(names(opened)).toEqual(['harbour']);
    expect(values.has(ONLY_WORKSPACE)).toBe(false);
    write(opened, 'a.yaml', '# more\n');
    await opened.session.settled();
    const next = await open({ disk: createMemoryDisk(values) });
    expect(textOf(next.state(), 'a.yaml')).toBe(`# more\n# mine\n${SERVICE}`);
  });
});

describe('reset to the sample', () => {
  it('happens in place where the workspace began as that sample, and can be taken back', async () => {
    const opened = await open();
    const { id } = opened.state().workspace;
    write(opened, FILE, '# mine\n');
    opened.session.dispatch({ type: 'reset-to-sample' });
    expect(opened.state().workspace.id).toBe(id);
    expect(textOf(opened.state(), FILE).startsWith('apiVersion')).toBe(true);
    expect(opened.state().restorePoints.map(({ why }) => why)).toEqual(['Before “Reset to the sample”']);
    opened.session.dispatch({ type: 'undo' });
    expect(textOf(opened.state(), FILE).startsWith('# mine\n')).toBe(true);
  });
});
