import { describe, expect, it } from 'vitest';
import { flush } from '../fake-clock.testkit.ts';
import { createMemoryDisk } from '../memory-storage.ts';
import { open as openSession, textOf } from '../session.testkit.ts';
import { createFolderKeeper } from './keeper.ts';
import { createMemoryFolder, type MemoryFolder } from './memory-folder.testkit.ts';

let serial = 0;

const service = (name: string, more = '') =>
  `# ${name}\nkind: Service\napiVersion: v1\nmetadata:\n  name: ${name}\n  namespace: shop\nspec:\n  ports:\n  - {port: 80}\n${more}`;
const files = () => ({
  'base/cart.yaml': service('cart'),
  'base/kustomization.yaml': 'resources:\n- cart.yaml # ours\n',
  'orders.yaml': service('orders').replaceAll('\n', '\r\n'),
  'README.md': '# shop',
});

async function start(folders: MemoryFolder[], disk = createMemoryDisk()) {
  const opened = await openSession({ disk });
  const { session, clock } = opened;
  const storage = disk.connect();
  const keeper = createFolderKeeper({
    session,
    storage,
    clock,
    unique: () => `folder-${++serial}`,
    opener: {
      reopen: (handle) =>
        folders.find((folder) => JSON.stringify(folder.handle) === JSON.stringify(handle)) ?? null,
    },
  });
  const settle = async () => {
    await clock.advance(2000);
    await flush();
    await keeper.settled();
    await session.settled();
  };
  return {
    ...opened,
    keeper,
    settle,
    paths: () => session.getState().workspace.files.map(({ path }) => path),
    text: (path: string) => textOf(session.getState(), path),
    type: (path: string, find: string, insert: string) => {
      const from = textOf(session.getState(), path).indexOf(find);
      if (from < 0) throw new Error(`no ${find}`);
      session.dispatch({
        type: 'edit-text',
        path,
        edits: [{ from, to: from + find.length, insert }],
        origin: 'text',
      });
    },
    notices: () => session.getState().notices.map(({ title }) => title),
    standing: () => session.getState().folder,
  };
}

async function openIn(folder: MemoryFolder) {
  const page = await start([folder]);
  await page.keeper.open(folder);
  await page.settle();
  return page;
}

async function opened(given: Record<string, string> = files(), watches = true) {
  const folder = createMemoryFolder(given, { watches });
  return { folder, ...(await openIn(folder)) };
}

describe('opening a folder', () => {
  it('opens its configuration as a workspace, and writes nothing', async () => {
    const { paths, folder, state } = await opened();
    expect(paths()).toEqual(['base/cart.yaml', 'base/kustomization.yaml', 'orders.yaml']);
    expect(state().workspace.name).toBe('repo');
    expect(state().workspace.opened).toEqual(state().workspace.files);
    expect(state().folder).toMatchObject({ name: 'repo', access: 'open', removed: [] });
    expect(state().folder?.unsaved.size).toBe(0);
    expect(state().folder?.left).toEqual([{ path: 'README.md', reason: 'not-yaml' }]);
    expect(folder.writes).toEqual([]);
  });

  it('tells what of it may be missed', async () => {
    const { notices } = await opened({
      ...files(),
      'chart/Chart.yaml': 'name: x\n',
      'chart/templates/a.yaml': 'a: {{ .x }}\n',
    });
    expect(notices()).toEqual(['Not everything in repo is open']);
  });

  it('can be taken back, and come again', async () => {
    const { session, folder, settle, keeper, type } = await opened();
    session.dispatch({ type: 'undo' });
    await settle();
    expect(session.getState().folder).toBeNull();
    expect(await keeper.save()).toBe('failed');
    session.dispatch({ type: 'redo' });
    await settle();
    type('orders.yaml', '80', '81');
    expect(await keeper.save()).toBe('saved');
    expect(folder.writes).toEqual(['orders.yaml']);
  });

  it('opens an empty one to begin in', async () => {
    const { keeper, session, folder } = await opened({});
    session.dispatch({ type: 'new-file', path: 'deep/first.yaml', text: service('first') });
    expect(await keeper.save()).toBe('saved');
    expect(folder.text('deep/first.yaml')).toBe(service('first'));
  });
});

describe('saving', () => {
  it('writes only what has changed, to the byte', async () => {
    const { type, keeper, folder, state, session } = await opened();
    type('orders.yaml', '80', '8080');
    expect([...(state().folder?.unsaved ?? [])]).toEqual(['orders.yaml']);
    expect(await keeper.save()).toBe('saved');
    expect(folder.writes).toEqual(['orders.yaml']);
    expect(folder.text('orders.yaml')).toBe(files()['orders.yaml'].replace('80', '8080'));
    expect(state().folder?.unsaved.size).toBe(0);
    expect(await keeper.save()).toBe('nothing');
    session.dispatch({ type: 'undo' });
    expect(await keeper.save()).toBe('saved');
    expect(folder.text('orders.yaml')).toBe(files()['orders.yaml']);
  });

  it('makes, renames and deletes files', async () => {
    const { session, keeper, folder, state } = await opened();
    session.dispatch({ type: 'new-file', path: 'deep/new.yaml', text: service('new') });
    session.dispatch({ type: 'rename-file', path: 'orders.yaml', to: 'base/orders.yaml' });
    session.dispatch({ type: 'delete-file', path: 'base/cart.yaml' });
    expect(keeper.plan()?.renamed).toEqual([{ from: 'orders.yaml', to: 'base/orders.yaml' }]);
    expect(state().folder?.removed).toEqual(['base/cart.yaml', 'orders.yaml']);
    expect(await keeper.save()).toBe('saved');
    expect(folder.paths()).toEqual([
      'README.md',
      'base/kustomization.yaml',
      'base/orders.yaml',
      'deep/new.yaml',
    ]);
    expect(state().folder?.removed).toEqual([]);
  });

  it('that fails half-way says which files are written and which not, deletes nothing, and loses nothing', async () => {
    const { session, type, keeper, folder, state } = await opened();
    type('base/cart.yaml', '80', '81');
    type('orders.yaml', '80', '82');
    session.dispatch({ type: 'delete-file', path: 'base/kustomization.yaml' });
    folder.fail('orders.yaml', 'The disk is full.');
    expect(await keeper.save()).toBe('failed');
    expect(folder.writes).toEqual(['base/cart.yaml']);
    expect([...(state().folder?.unsaved ?? [])]).toEqual(['orders.yaml']);
    const [notice] = state().notices;
    expect(notice?.title).toBe('1 of 3 files saved to repo, 2 not');
    expect(notice?.detail).toContain('orders.yaml: The disk is full.');
    expect(notice?.detail).toContain('Not tried: base/kustomization.yaml.');
    expect(notice?.detail).toContain('Saved: base/cart.yaml.');
    folder.fail('orders.yaml', null);
    expect(await keeper.save()).toBe('saved');
    expect(folder.text('orders.yaml')).toContain('82');
    expect(folder.paths()).toEqual(['README.md', 'base/cart.yaml', 'orders.yaml']);
    expect(state().notices).toEqual([]);
  });

  it('says so where the page may not use the folder any more', async () => {
    const { type, keeper, folder, notices, state } = await opened();
    type('orders.yaml', '80', '81');
    folder.allow('denied');
    expect(await keeper.save()).toBe('failed');
    expect(notices()).toEqual(['The page may not use the folder repo']);
    expect(state().folder?.access).toBe('asks');
  });

  it('never overwrites what has changed there without anybody having noticed', async () => {
    const { type, keeper, folder, text, state } = await opened(files(), false);
    type('base/cart.yaml', '80', '81');
    type('orders.yaml', '80', '82');
    folder.put('base/cart.yaml', service('cart').replace('namespace: shop', 'namespace: other'));
    folder.put('orders.yaml', files()['orders.yaml'].replace('80', '99'));
    expect(await keeper.save()).toBe('asked');
    expect(folder.text('base/cart.yaml')).toBe(
      service('cart').replace('80', '81').replace('namespace: shop', 'namespace: other'),
    );
    expect(text('base/cart.yaml')).toBe(folder.text('base/cart.yaml'));
    expect(folder.text('orders.yaml')).toContain('99');
    expect(text('orders.yaml')).toContain('82');
    expect(state().folder?.questions.map(({ path, why }) => [path, why])).toEqual([
      ['orders.yaml', 'changed'],
    ]);
  });

  it('does not make a file where another has come meanwhile', async () => {
    const { session, keeper, folder, state } = await opened(files(), false);
    session.dispatch({ type: 'new-file', path: 'new.yaml', text: service('mine') });
    folder.put('new.yaml', service('theirs'));
    expect(await keeper.save()).toBe('asked');
    expect(folder.text('new.yaml')).toBe(service('theirs'));
    expect(state().folder?.questions[0]?.path).toBe('new.yaml');
  });

  it('keeps what is typed while it is under way', async () => {
    const { type, keeper, folder, state } = await opened();
    type('orders.yaml', '80', '81');
    const saving = keeper.save();
    await flush();
    type('orders.yaml', '81', '82');
    await saving;
    const there = folder.text('orders.yaml');
    expect(state().folder?.unsaved.has('orders.yaml')).toBe(!there?.includes('82'));
    await keeper.save();
    expect(folder.text('orders.yaml')).toContain('82');
  });
});

describe('a disk that takes names of any case for one', () => {
  const start = async () => {
    const folder = createMemoryFolder({ 'Cart.yaml': service('cart') }, { ignoresCase: true });
    return { folder, ...(await openIn(folder)) };
  };

  it('has the file under its new name, when only the case was changed', async () => {
    const { folder, session, keeper, type, state, settle } = await start();
    session.dispatch({ type: 'rename-file', path: 'Cart.yaml', to: 'cart.yaml' });
    expect(await keeper.save()).toBe('saved');
    expect(folder.paths()).toEqual(['cart.yaml']);
    session.dispatch({ type: 'rename-file', path: 'cart.yaml', to: 'CART.yaml' });
    type('CART.yaml', '80', '81');
    expect(await keeper.save()).toBe('saved');
    expect(folder.paths()).toEqual(['CART.yaml']);
    expect(folder.text('CART.yaml')).toContain('81');
    await settle();
    expect(state().folder?.questions).toEqual([]);
  });

  it('has it in its renamed folder; where that cannot be, it says so and leaves the file', async () => {
    const rename = async (files: Record<string, string>) => {
      const folder = createMemoryFolder(files, { ignoresCase: true });
      const { session, keeper, settle, paths, state } = await openIn(folder);
      session.dispatch({ type: 'rename-file', path: 'Shop/cart.yaml', to: 'shop/cart.yaml' });
      const outcome = await keeper.save();
      const told = state().notices.at(-1)?.detail ?? '';
      folder.put('other.yaml', service('other'));
      await settle();
      expect(paths().filter((path) => /cart/.test(path))).toEqual(['shop/cart.yaml']);
      expect(folder.text(folder.paths().find((path) => /cart/.test(path)) ?? '')).toBe(service('cart'));
      expect(state().folder?.questions).toEqual([]);
      return { outcome, told, there: folder.paths() };
    };
    const alone = await rename({ 'Shop/cart.yaml': service('cart') });
    expect(alone).toMatchObject({ outcome: 'saved', there: ['other.yaml', 'shop/cart.yaml'] });
    const beside = await rename({ 'Shop/cart.yaml': service('cart'), 'Shop/notes.txt': 'n' });
    expect(beside.outcome).toBe('failed');
    expect(beside.told).toContain('Rename the folder there');
  });

  it('keeps what stands there under the other name of a new file', async () => {
    const { folder, session, keeper, state } = await start();
    session.dispatch({ type: 'new-file', path: 'cart.yaml', text: service('mine') });
    expect(await keeper.save()).toBe('failed');
    expect(folder.text('Cart.yaml')).toBe(service('cart'));
    expect(state().notices[0]?.detail).toContain('differs only in upper and lower case');
  });

  it('and a file that is renamed there so is not here twice unasked', async () => {
    const { folder, settle, state, paths } = await start();
    folder.put('Cart.yaml', null);
    folder.put('cart.yaml', service('cart'));
    await settle();
    expect(paths()).toContain('cart.yaml');
    expect(state().folder?.questions.map(({ path, why }) => [path, why])).toEqual([
      ['Cart.yaml', 'deleted-there'],
    ]);
  });
});

describe('what changes in the folder', () => {
  it('is taken where nothing was changed here, as a step that undo takes back', async () => {
    const { folder, settle, text, state, session, paths, notices } = await opened();
    folder.put('orders.yaml', service('orders', '# more\n'));
    folder.put('base/also.yaml', service('also'));
    await settle();
    expect(text('orders.yaml')).toBe(service('orders', '# more\n'));
    expect(paths()).toEqual(['base/also.yaml', 'base/cart.yaml', 'base/kustomization.yaml', 'orders.yaml']);
    expect(notices()).toEqual(['repo has changed on disk']);
    expect(state().workspace.opened).toEqual(state().workspace.files);
    expect(state().folder?.unsaved.size).toBe(0);
    session.dispatch({ type: 'undo' });
    expect(text('orders.yaml')).toBe(files()['orders.yaml']);
    expect(state().folder?.unsaved.has('orders.yaml')).toBe(true);
  });

  it('is put together with what was changed here, where it is apart', async () => {
    const { folder, settle, text, type, state } = await opened();
    type('base/cart.yaml', '80', '81');
    folder.put('base/cart.yaml', service('cart').replace('# cart', '# theirs'));
    await settle();
    expect(text('base/cart.yaml')).toBe(service('cart').replace('80', '81').replace('# cart', '# theirs'));
    expect([...(state().folder?.unsaved ?? [])]).toEqual(['base/cart.yaml']);
    expect(state().notices[0]?.detail).toBe('Put together with your own changes: base/cart.yaml.');
    // Only one's own change counts as one.
    expect(state().workspace.opened.find(({ path }) => path === 'base/cart.yaml')?.text).toBe(
      folder.text('base/cart.yaml'),
    );
  });

  it('is asked about where both have changed the same, and follows the answer', async () => {
    const { folder, settle, text, type, state, keeper, notices } = await opened();
    type('base/cart.yaml', '80', '81');
    folder.put('base/cart.yaml', service('cart').replace('80', '99'));
    await settle();
    expect(text('base/cart.yaml')).toContain('81');
    expect(notices()).toEqual(['1 file in repo needs your decision']);
    const [question] = state().folder?.questions ?? [];
    expect(question).toEqual({
      path: 'base/cart.yaml',
      why: 'changed',
      base: service('cart'),
      theirs: service('cart').replace('80', '99'),
    });
    expect(await keeper.save()).toBe('asked');
    expect(folder.writes).toEqual([]);
    keeper.answer(new Map([['base/cart.yaml', service('cart').replace('80', '100')]]));
    expect(state().folder?.questions).toEqual([]);
    expect(notices()).toEqual([]);
    expect(await keeper.save()).toBe('saved');
    expect(folder.text('base/cart.yaml')).toBe(service('cart').replace('80', '100'));
  });

  it('needs no answer any more once what was changed here is taken back', async () => {
    const { folder, settle, type, state, keeper, session, text } = await opened();
    type('base/cart.yaml', '80', '81');
    folder.put('base/cart.yaml', service('cart').replace('80', '99'));
    await settle();
    session.dispatch({ type: 'undo' });
    await keeper.look();
    expect(text('base/cart.yaml')).toContain('99');
    expect(state().folder?.questions).toEqual([]);
  });

  it('asks before anything goes that was deleted there, and keeps or deletes it', async () => {
    const { folder, settle, paths, state, keeper } = await opened();
    folder.put('base/cart.yaml', null);
    folder.put('orders.yaml', null);
    await settle();
    expect(paths()).toContain('base/cart.yaml');
    expect(state().folder?.questions.map(({ why }) => why)).toEqual(['deleted-there', 'deleted-there']);
    keeper.answer(
      new Map([
        ['base/cart.yaml', null],
        ['orders.yaml', files()['orders.yaml']],
      ]),
    );
    expect(paths()).toEqual(['base/kustomization.yaml', 'orders.yaml']);
    expect([...(state().folder?.unsaved ?? [])]).toEqual(['orders.yaml']);
    expect(await keeper.save()).toBe('saved');
    expect(folder.paths()).toEqual(['README.md', 'base/kustomization.yaml', 'orders.yaml']);
  });

  it('asks where it was deleted here and changed there', async () => {
    const { folder, settle, session, state, keeper, text } = await opened();
    session.dispatch({ type: 'delete-file', path: 'orders.yaml' });
    folder.put('orders.yaml', service('orders'));
    await settle();
    expect(state().folder?.questions[0]?.why).toBe('deleted-here');
    keeper.answer(new Map([['orders.yaml', service('orders')]]));
    expect(text('orders.yaml')).toBe(service('orders'));
    expect(keeper.plan()?.removed).toEqual([]);
  });

  it('does not take for deleted what cannot be opened any more', async () => {
    const { folder, settle, paths, state } = await opened();
    folder.put('.gitignore', 'base/\n');
    folder.put('orders.yaml', new Uint8Array([0xff, 0xfe, 0, 1]));
    await settle();
    expect(paths().length).toBe(3);
    expect(state().folder?.questions).toEqual([]);
  });

  it('is found without being told, when a person looks again', async () => {
    const { folder, settle, text, keeper } = await opened(files(), false);
    folder.put('orders.yaml', service('other'));
    await settle();
    expect(text('orders.yaml')).toBe(files()['orders.yaml']);
    await keeper.look();
    expect(text('orders.yaml')).toBe(service('other'));
  });
});

describe('after a reload', () => {
  it('has the folder again, once the person lets it, and merges what happened meanwhile', async () => {
    const first = await opened();
    const { folder, disk } = first;
    first.type('base/cart.yaml', '80', '81');
    await first.settle();
    first.session.dispose();
    first.keeper.dispose();
    folder.allow('prompt');
    folder.put('base/cart.yaml', service('cart').replace('# cart', '# theirs'));
    const { keeper, state, text, settle } = await start([folder], disk);
    await settle();
    expect(state().workspace.name).toBe('repo');
    expect(state().folder).toMatchObject({ access: 'asks', name: 'repo' });
    expect([...(state().folder?.unsaved ?? [])]).toEqual(['base/cart.yaml']);
    expect(text('base/cart.yaml')).toBe(service('cart').replace('80', '81'));
    expect(await keeper.reconnect()).toBe(true);
    await settle();
    expect(text('base/cart.yaml')).toBe(service('cart').replace('80', '81').replace('# cart', '# theirs'));
    expect(await keeper.save()).toBe('saved');
    expect(folder.text('base/cart.yaml')).toBe(text('base/cart.yaml'));
  });

  it('takes what the folder has for the newer one, where the page ended before that was stored here', async () => {
    const first = await opened(files(), false);
    const { folder, disk } = first;
    const theirs = service('cart').replace('80', '99');
    folder.put('base/cart.yaml', theirs);
    await first.keeper.look();
    first.type('orders.yaml', '80', '81');
    expect(await first.keeper.save()).toBe('saved');
    await flush();
    first.session.dispose();
    first.keeper.dispose();
    const { keeper, state, text, settle } = await start([folder], disk);
    await settle();
    expect(state().workspace.name).toBe('repo');
    expect(text('base/cart.yaml')).toBe(theirs);
    expect(text('orders.yaml')).toContain('81');
    expect(await keeper.save()).toBe('nothing');
  });

  it('says so where the browser does not let it, and keeps the work', async () => {
    const { folder, type, keeper, state, settle, disk } = await opened();
    type('orders.yaml', '80', '81');
    await settle();
    folder.allow('denied');
    const again = await start([folder], disk);
    await again.settle();
    expect(await again.keeper.save()).toBe('failed');
    expect(again.notices()).toEqual(['The page may not use the folder repo']);
    expect(again.text('orders.yaml')).toContain('81');
    expect(state().folder?.name).toBe('repo');
    await keeper.look();
    expect(state().folder?.access).toBe('asks');
  });

  it('opens the same folder as the workspace that it has, counting from now where all is saved', async () => {
    const { folder, keeper, session, state, type, settle } = await opened();
    const { id } = state().workspace;
    type('orders.yaml', '80', '81');
    await keeper.save();
    session.dispatch({ type: 'new-workspace', name: 'else' });
    await settle();
    expect(state().folder).toBeNull();
    await keeper.open(folder);
    await settle();
    expect(state().workspace.id).toBe(id);
    expect(state().workspace.opened).toEqual(state().workspace.files);
  });

  it('forgets the folder with the workspace, or when it is told to', async () => {
    const values = new Map<string, unknown>();
    const disk = createMemoryDisk(values);
    const folder = createMemoryFolder(files());
    const page = await start([folder], disk);
    await page.keeper.open(folder);
    await page.settle();
    const kept = () => [...values.keys()].filter((key) => key.startsWith('folder/')).length;
    expect(kept()).toBe(2);
    await page.keeper.leave();
    expect([kept(), page.standing()]).toEqual([0, null]);
    await page.keeper.open(folder);
    await page.settle();
    expect(kept()).toBe(2);
    page.session.dispatch({ type: 'delete-workspace', id: page.state().workspace.id });
    await page.settle();
    expect(kept()).toBe(0);
  });
});

describe('several folders', () => {
  it('are looked at when they come, though a look at the one before still waits', async () => {
    const [one, two] = ['one', 'two'].map((name) =>
      createMemoryFolder(files(), { name, watches: false }),
    ) as [MemoryFolder, MemoryFolder];
    const { keeper, session, state, settle, text } = await start([one, two]);
    await keeper.open(one);
    const { id } = state().workspace;
    await keeper.open(two);
    await settle();
    one.put('orders.yaml', service('other'));
    // The disk of the other takes its time: one look is under way, and one waits.
    let answer = () => {};
    const slow = new Promise<void>((resolve) => (answer = resolve));
    const { root } = two;
    Object.assign(two, { root: { ...root, entries: () => slow.then(() => root.entries()) } });
    for (let looks = 0; looks < 2; looks++) {
      void keeper.look();
      await flush();
    }
    session.dispatch({ type: 'switch-workspace', id });
    await session.settled();
    await flush();
    answer();
    await settle();
    expect(state().workspace.id).toBe(id);
    expect(text('orders.yaml')).toBe(service('other'));
  });
});

describe('a folder that is gone', () => {
  it('is told of once, and found again when it is back', async () => {
    const { folder, keeper, state, notices, type } = await opened(files(), false);
    folder.lose(true);
    await keeper.look();
    await keeper.look();
    expect(notices()).toEqual(['The folder repo cannot be read']);
    expect(state().folder?.access).toBe('gone');
    folder.lose(false);
    await keeper.look();
    expect(notices()).toEqual([]);
    folder.lose(true);
    await keeper.look();
    type('orders.yaml', '80', '81');
    folder.lose(false);
    expect(await keeper.save()).toBe('saved');
    expect(state().folder?.access).toBe('open');
  });
});

describe('two tabs on one folder', () => {
  it('see what the other saves', async () => {
    const folder = createMemoryFolder(files());
    const one = await start([folder]);
    const other = await start([folder]);
    for (const page of [one, other]) {
      await page.keeper.open(folder);
      await page.settle();
    }
    one.type('orders.yaml', '80', '81');
    other.type('base/cart.yaml', '80', '82');
    expect(await one.keeper.save()).toBe('saved');
    expect(await other.keeper.save()).toBe('saved');
    for (const page of [one, other]) {
      await page.settle();
      await page.keeper.look();
      expect(page.text('orders.yaml')).toContain('81');
      expect(page.text('base/cart.yaml')).toContain('82');
    }
  });
});
