import { describe, expect, it } from 'vitest';
import { createMemoryDisk } from './memory-storage.ts';
import type { PagePort, StoragePort } from './ports.ts';
import { open, textOf, type Opened } from './session.testkit.ts';

const FILE = 'external-api.yaml';
const write = ({ session }: Opened, insert: string) =>
  session.dispatch({ type: 'edit-text', path: FILE, edits: [{ from: 0, to: 0, insert }], origin: 'text' });

/** A disk that says no while it is `full`, and a page that notes whether it would ask before it goes. */
function fullDisk() {
  const disk = createMemoryDisk();
  const real = disk.connect();
  const now = { full: false, held: false, commits: 0 };
  const storage: StoragePort = {
    ...real,
    commit(...given) {
      now.commits++;
      return now.full ? Promise.reject(new Error('The storage is full.')) : real.commit(...given);
    },
  };
  const page: PagePort = { onLeave: () => () => {}, holdBack: (hold) => (now.held = hold) };
  return { disk, now, ports: { storage, page } };
}

describe('work that cannot be saved', () => {
  it('is told once, holds the page back, and is saved when it can be', async () => {
    const { disk, now, ports } = fullDisk();
    const opened = await open({ ports });
    const told = () => opened.state().notices.filter(({ about }) => about === 'saving');
    now.full = true;
    write(opened, '# one\n');
    await opened.clock.advance(300);
    expect(told()).toMatchObject([
      { tone: 'error', title: 'Your work could not be saved', action: { action: { type: 'save-now' } } },
    ]);
    expect(now.held).toBe(true);

    opened.session.dispatch({ type: 'dismiss-notice', id: told()[0]?.id ?? -1 });
    await opened.clock.advance(60_000);
    expect(told()).toEqual([]);
    expect(now.held).toBe(true);

    now.full = false;
    opened.session.dispatch({ type: 'save-now' });
    await opened.clock.advance(0);
    expect(opened.state().save.kind).toBe('saved');
    expect(now.held).toBe(false);
    expect(textOf((await open({ disk })).state(), FILE)).toMatch(/^# one\n/);
  });

  it('takes its notice away once it is saved, whatever was opened meanwhile, and tells anew of the next time', async () => {
    const { now, ports } = fullDisk();
    const opened = await open({ ports });
    const told = () => opened.state().notices.filter(({ about }) => about === 'saving').length;
    now.full = true;
    write(opened, '# one\n');
    await opened.clock.advance(300);
    opened.session.dispatch({ type: 'new-workspace' });
    expect(told()).toBe(1);
    now.full = false;
    await opened.clock.advance(60_000);
    expect(told()).toBe(0);
    now.full = true;
    opened.session.dispatch({ type: 'new-file', path: 'b.yaml' });
    await opened.clock.advance(300);
    expect(told()).toBe(1);
  });

  it('does not hold back a page on which nothing was done', async () => {
    const { now, ports } = fullDisk();
    const blocked = () => Promise.reject(new Error('Storage is blocked.'));
    const storage = { get: blocked, set: blocked, delete: blocked, commit: blocked };
    const opened = await open({ ports: { ...ports, storage } });
    expect(opened.state().save.kind).toBe('failed');
    expect(now.held).toBe(false);
    write(opened, '# one\n');
    await opened.clock.advance(300);
    expect(now.held).toBe(true);
  });
});

describe('two tabs that both changed a workspace', () => {
  async function both() {
    const values = new Map<string, unknown>();
    const disk = createMemoryDisk(values);
    const [a, b] = [await open({ disk }), await open({ disk })];
    write(a, '# a\n');
    await a.clock.advance(300);
    write(b, '# b\n');
    await b.clock.advance(300);
    await b.clock.advance(600);
    return { a, b, disk, values };
  }
  const beside = ({ state }: Opened) =>
    state().workspaces.filter(({ name }) => name.includes('from another tab'));

  it('keep both versions, also what is done after that, until a person chooses', async () => {
    const { b, disk } = await both();
    write(b, '# more\n');
    await b.clock.advance(300);
    await b.clock.advance(300);
    const next = await open({ disk });
    expect(textOf(next.state(), FILE)).toMatch(/^# a\n/);
    const [kept, ...others] = beside(next);
    expect(others).toEqual([]);
    next.session.dispatch({ type: 'switch-workspace', id: kept?.id ?? '' });
    await next.session.settled();
    expect(textOf(next.state(), FILE)).toMatch(/^# more\n# b\n/);
  });

  it('are of one mind where both have made the same change', async () => {
    const disk = createMemoryDisk();
    const [a, b] = [await open({ disk }), await open({ disk })];
    write(a, '# same\n');
    await a.clock.advance(300);
    write(b, '# same\n');
    await b.clock.advance(900);
    expect(b.state().save.kind).toBe('saved');
    expect(b.state().notices.filter(({ about }) => about === 'other tabs')).toEqual([]);
    expect(beside(b)).toEqual([]);
    write(b, '# more\n');
    await b.clock.advance(300);
    expect(b.state().save.kind).toBe('saved');
    expect(textOf((await open({ disk })).state(), FILE)).toMatch(/^# more\n# same\n/);
  });

  it('lose nothing where the person opens another workspace in the midst of choosing', async () => {
    const { b, disk } = await both();
    const { id } = b.state().workspace;
    b.session.dispatch({ type: 'save-over-other-tab' });
    b.session.dispatch({ type: 'new-workspace', name: 'else' });
    await b.clock.advance(1_000);
    await b.session.settled();
    expect(b.state().save.kind).toBe('saved');
    expect(b.state().notices.map(({ title }) => title)).not.toContain('The stored copy was gone');
    const next = await open({ disk });
    next.session.dispatch({ type: 'switch-workspace', id });
    await next.session.settled();
    expect(textOf(next.state(), FILE)).toMatch(/^# a\n/);
  });

  it('keep the version that gives way as a restore point, and nothing beside it', async () => {
    const { b, disk } = await both();
    b.session.dispatch({ type: 'save-over-other-tab' });
    await b.session.settled();
    await b.clock.advance(1_000);
    const next = await open({ disk });
    expect(textOf(next.state(), FILE)).toMatch(/^# b\n/);
    expect(beside(next)).toEqual([]);
    const point = next.state().restorePoints.find(({ why }) => why === 'As another tab had saved it');
    const [file] = await next.session.readRestorePoint(point?.id ?? '');
    expect(file?.text).toMatch(/^# a\n/);
  });
});

describe('a workspace whose stored copy is gone', () => {
  it('is stored anew with the next change, and that is said', async () => {
    const values = new Map<string, unknown>();
    const disk = createMemoryDisk(values);
    const opened = await open({ disk });
    write(opened, '# one\n');
    await opened.session.settled();
    values.clear(); // somebody has cleared the data of the site
    write(opened, '# two\n');
    await opened.clock.advance(300);
    await opened.session.settled();
    expect(opened.state().save.kind).toBe('saved');
    expect(opened.state().notices).toMatchObject([{ title: 'The stored copy was gone' }]);
    expect(textOf((await open({ disk })).state(), FILE)).toMatch(/^# two\n# one\n/);
  });

  it('is told at once where another tab has deleted it', async () => {
    const disk = createMemoryDisk();
    const [a, b] = [await open({ disk }), await open({ disk })];
    write(a, '# a\n');
    await a.session.settled();
    b.session.dispatch({ type: 'take-from-other-tab' });
    await b.clock.advance(0);
    a.session.dispatch({ type: 'delete-workspace', id: a.state().workspace.id });
    await a.session.settled();
    await b.clock.advance(0);
    expect(b.state().notices).toMatchObject([{ title: 'Deleted in another tab' }]);
  });
});
