import { describe, expect, it } from 'vitest';
import { open, textOf, type Opened } from './session.testkit.ts';
import { lookKey, placesKey } from './stored-look.ts';
import { FIRST_ID } from './stored.ts';

const FILE = 'external-api.yaml';

/** A mesh of so many Services in each of these namespaces. */
const mesh = (count: number, ...namespaces: readonly string[]) =>
  namespaces
    .flatMap((namespace) =>
      Array.from(
        { length: count },
        (_, n) =>
          `apiVersion: v1\nkind: Service\nmetadata: {name: s${n}, namespace: ${namespace}}\nspec: {ports: [{port: 80}]}\n`,
      ),
    )
    .join('---\n');

const openMesh = ({ session }: Opened, content: string, mode: 'add' | 'replace' = 'replace') => {
  session.dispatch({ type: 'open-files', files: [{ path: 'mesh.yaml', content }], mode });
  return session.settled();
};
const drawn = ({ state }: Opened) => state().analysis.placed.nodes.map(({ node }) => node.id);
const placeOf = ({ state }: Opened, id: string) => {
  const found = state().analysis.placed.nodes.find(({ node }) => node.id === id);
  if (!found) throw new Error(`${id} is not drawn`);
  return { x: found.x, y: found.y };
};
/** The same disk in a new session, once all of this one is written. */
const reload = async (opened: Opened) => {
  await opened.clock.advance(5_000);
  await opened.session.settled();
  return open({ disk: opened.disk });
};

const RULE = 'DestinationRule/mesh-network/external-api-rule';

describe('how a workspace is looked at', () => {
  it('comes back with it: what is drawn, from where, and what is open', async () => {
    const opened = await open();
    const { session } = opened;
    const camera = { flow: 'down', x: 10, y: -20, zoom: 0.75 } as const;
    session.dispatch({ type: 'view', view: { hiddenKinds: ['ServiceEntry'], onlyProblems: undefined } });
    session.dispatch({ type: 'view', view: { focus: { node: RULE, depth: 2 } } });
    session.dispatch({ type: 'look', look: { camera, outlineOpen: true, mapOpen: false, flow: 'right' } });
    const next = await reload(opened);
    expect(next.state().view).toMatchObject({
      hiddenKinds: ['ServiceEntry'],
      focus: { node: RULE, depth: 2 },
    });
    expect(next.state().look).toEqual({
      ownView: true,
      camera,
      outlineOpen: true,
      mapOpen: false,
      flow: 'right',
    });
    expect(drawn(next)).toEqual(drawn(opened));
    expect(next.state().analysis.placed.flow).toBe('right');
  });

  it('is no part of the files, and of no save', async () => {
    const opened = await open();
    const before = textOf(opened.state(), FILE);
    opened.session.dispatch({ type: 'view', view: { hiddenKinds: ['ServiceEntry'] } });
    opened.session.dispatch({ type: 'move-node', node: RULE, x: 900, y: 20 });
    expect(opened.state().save.kind).toBe('saved');
    expect(textOf((await reload(opened)).state(), FILE)).toBe(before);
  });

  it('is written at once when the page goes', async () => {
    const leavers: (() => void)[] = [];
    const page = { onLeave: (listener: () => void) => (leavers.push(listener), () => {}) };
    const opened = await open({ ports: { page } });
    opened.session.dispatch({ type: 'view', view: { hiddenKinds: ['ServiceEntry'] } });
    for (const leave of leavers) leave();
    expect((await open({ disk: opened.disk })).state().view.hiddenKinds).toEqual(['ServiceEntry']);
  });

  it('does not keep what is only looked for in passing', async () => {
    const opened = await open();
    opened.session.dispatch({ type: 'view', view: { query: 'rule' } });
    expect(drawn(opened)).toEqual([RULE]);
    expect(opened.state().look.ownView).toBe(false);
    const next = await reload(opened);
    expect(next.state().view.query).toBeUndefined();
    expect(drawn(next).length).toBeGreaterThan(1);
  });

  it.each([
    ['nothing', undefined],
    ['no record', 'what is this'],
    ['another version', { version: 2, view: { hiddenKinds: ['VirtualService'] } }],
    [
      'parts that are none',
      { version: 1, view: { hiddenKinds: 3, focus: 'x' }, look: [], pictures: [{ name: 'a', ids: 3 }, 1] },
    ],
  ])('costs nothing of the work where %s is stored of it', async (_, stored) => {
    const first = await open();
    const edits = [{ from: 0, to: 0, insert: '# mine\n' }];
    first.session.dispatch({ type: 'edit-text', path: FILE, edits, origin: 'text' });
    await first.session.settled();
    const storage = first.disk.connect();
    for (const key of [lookKey(FIRST_ID), placesKey(FIRST_ID)])
      await (stored === undefined ? storage.delete(key) : storage.set(key, stored));
    const next = await open({ disk: first.disk });
    expect(textOf(next.state(), FILE).startsWith('# mine\n')).toBe(true);
    expect(next.state().notices).toEqual([]);
    expect(drawn(next)).toEqual(drawn(first));
  });

  it('is each workspace’s own, and stays while one looks at another', async () => {
    const opened = await open();
    const { session, state } = opened;
    session.dispatch({ type: 'view', view: { hiddenKinds: ['ServiceEntry'] } });
    session.dispatch({ type: 'move-node', node: RULE, x: 700, y: 555 });
    await openMesh(opened, mesh(2, 'a'));
    expect(state().view.hiddenKinds).toEqual([]);
    session.dispatch({ type: 'undo' });
    expect(state().view.hiddenKinds).toEqual(['ServiceEntry']);
    expect(placeOf(opened, RULE)).toEqual({ x: 700, y: 555 });
  });

  it('goes into a copy, and out of the browser with its workspace', async () => {
    const opened = await open();
    const { session, state, disk, clock } = opened;
    session.dispatch({ type: 'view', view: { hiddenKinds: ['ServiceEntry'] } });
    session.dispatch({ type: 'rename-workspace', name: 'mine' });
    await clock.advance(5_000);
    session.dispatch({ type: 'duplicate-workspace', id: FIRST_ID });
    await session.settled();
    const copy = state().workspaces.find(({ id }) => id !== FIRST_ID)?.id ?? '';
    session.dispatch({ type: 'switch-workspace', id: copy });
    await session.settled();
    expect(state().view.hiddenKinds).toEqual(['ServiceEntry']);
    session.dispatch({ type: 'delete-workspace', id: FIRST_ID });
    await session.settled();
    for (const key of [lookKey(FIRST_ID), placesKey(FIRST_ID)])
      expect(await disk.connect().get(key)).toBeUndefined();
    expect(await disk.connect().get(lookKey(copy))).toBeDefined();
  });

  it('begins with the namespaces of a crowd, until a person chooses', async () => {
    const opened = await open();
    await openMesh(opened, mesh(160, 'a', 'b'));
    expect(drawn(opened).toSorted()).toEqual(['Caller/any', 'Namespace/a', 'Namespace/b']);
    const again = await reload(opened);
    expect(drawn(again)).toHaveLength(3);
    again.session.dispatch({ type: 'view', view: { collapsedNamespaces: [] } });
    expect(drawn(again)).toHaveLength(321);
    expect(drawn(await reload(again))).toHaveLength(321);
  });

  it('begins with namespaces too where what is opened beside the rest makes it a crowd', async () => {
    const opened = await open();
    await openMesh(opened, mesh(160, 'a', 'b'), 'add');
    expect(opened.state().view.collapsedNamespaces).toEqual(['a', 'b', 'mesh-network']);
  });

  it('does not close what a person has opened when more is opened beside it', async () => {
    const opened = await open();
    opened.session.dispatch({ type: 'view', view: { hiddenKinds: [] } });
    await openMesh(opened, mesh(160, 'a', 'b'), 'add');
    expect(opened.state().view.collapsedNamespaces).toEqual([]);
  });

  it('shows what has problems, as they come and go', async () => {
    const opened = await open();
    await openMesh(opened, mesh(2, 'a'));
    opened.session.dispatch({ type: 'view', view: { onlyProblems: true } });
    expect(drawn(opened)).toEqual([]);
    const rule =
      '---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: d, namespace: a}\nspec: {hots: s0}\n';
    const to = textOf(opened.state(), 'mesh.yaml').length;
    opened.session.dispatch({
      type: 'edit-text',
      path: 'mesh.yaml',
      edits: [{ from: to, to, insert: rule }],
      origin: 'text',
    });
    expect(drawn(opened)).toEqual(['DestinationRule/a/d']);
  });

  it('runs as was chosen last, where nothing was chosen for a workspace', async () => {
    const opened = await open();
    opened.session.dispatch({ type: 'look', look: { flow: 'right' } });
    await openMesh(opened, mesh(1, 'a'));
    expect(opened.state().look.flow).toBeNull();
    expect(opened.state().analysis.placed.flow).toBe('right');
  });
});

describe('where nodes stand', () => {
  it('is kept over a reload, moved or not, through edits', async () => {
    const opened = await open();
    opened.session.dispatch({ type: 'move-node', node: RULE, x: 900, y: 444 });
    const text = textOf(opened.state(), FILE);
    const edits = [{ from: text.length, to: text.length, insert: `---\n${mesh(1, 'mesh-network')}` }];
    opened.session.dispatch({ type: 'edit-text', path: FILE, edits, origin: 'text' });
    const next = await reload(opened);
    expect(placeOf(next, RULE)).toEqual({ x: 900, y: 444 });
    for (const id of drawn(opened)) expect(placeOf(next, id)).toEqual(placeOf(opened, id));
  });

  it('is that of each view by itself', async () => {
    const opened = await open();
    const { session } = opened;
    session.dispatch({ type: 'move-node', node: RULE, x: 900, y: 444 });
    session.dispatch({ type: 'view', view: { hiddenKinds: ['ServiceEntry'] } });
    expect(placeOf(opened, RULE)).not.toEqual({ x: 900, y: 444 });
    session.dispatch({ type: 'move-node', node: RULE, x: -300, y: 44 });
    session.dispatch({ type: 'view', view: { hiddenKinds: [] } });
    expect(placeOf(opened, RULE)).toEqual({ x: 900, y: 444 });
    const next = await reload(opened);
    session.dispatch({ type: 'view', view: { hiddenKinds: ['ServiceEntry'] } });
    expect(placeOf(opened, RULE)).toEqual({ x: -300, y: 44 });
    expect(placeOf(next, RULE)).toEqual({ x: 900, y: 444 });
  });

  it('goes back with undo, among the steps of the text: moved by drag, by key or by “Tidy”', async () => {
    const opened = await open();
    const { session, state } = opened;
    const first = placeOf(opened, RULE);
    const here = { x: 900, y: 444 };
    const put = (x: number, y: number, more: { held?: boolean; mark?: string } = {}) =>
      session.dispatch({ type: 'move-node', node: RULE, x, y, ...more });
    put(700, 70, { held: true });
    put(800, 80, { held: true });
    expect(state().undo).toBeNull();
    put(here.x, here.y);
    expect(state().undo).toBe('Move external-api-rule');
    session.dispatch({
      type: 'edit-text',
      path: FILE,
      edits: [{ from: 0, to: 0, insert: '# mine\n' }],
      origin: 'text',
    });
    put(910, 444, { mark: 'by key' });
    put(920, 444, { mark: 'by key' });
    session.dispatch({ type: 'tidy' });
    expect(placeOf(opened, RULE)).toEqual(first);
    expect(state().undo).toBe('Tidy');

    session.dispatch({ type: 'undo' });
    expect(placeOf(opened, RULE)).toEqual({ x: 920, y: 444 });
    session.dispatch({ type: 'undo' });
    expect(placeOf(opened, RULE)).toEqual(here);
    session.dispatch({ type: 'undo' });
    expect(textOf(state(), FILE)).not.toContain('# mine');
    expect(placeOf(opened, RULE)).toEqual(here);
    session.dispatch({ type: 'undo' });
    expect(placeOf(opened, RULE)).toEqual(first);
    expect(state().undo).toBeNull();
    for (let left = 4; left > 0; left--) session.dispatch({ type: 'redo' });
    expect(placeOf(opened, RULE)).toEqual(first);
    expect(textOf(state(), FILE)).toContain('# mine');
    expect(state().redo).toBeNull();
  });

  it('is the same when what was deleted comes back', async () => {
    const opened = await open();
    const { session } = opened;
    session.dispatch({ type: 'move-node', node: RULE, x: 900, y: 444 });
    session.dispatch({
      type: 'operate',
      operation: { kind: 'delete-resource', resource: RULE },
      origin: 'canvas',
    });
    expect(drawn(opened)).not.toContain(RULE);
    session.dispatch({ type: 'undo' });
    expect(placeOf(opened, RULE)).toEqual({ x: 900, y: 444 });
  });

  it('is no step where a drag is taken back, or nothing is left to tidy', async () => {
    const opened = await open();
    const { session, state } = opened;
    const first = placeOf(opened, RULE);
    session.dispatch({ type: 'move-node', node: RULE, x: 700, y: 70, held: true });
    if (first) session.dispatch({ type: 'move-node', node: RULE, x: first.x, y: first.y });
    session.dispatch({ type: 'tidy' });
    expect(state().undo).toBeNull();
  });

  it('goes back in the view in which it was moved, though another is shown', async () => {
    const opened = await open();
    const { session } = opened;
    const first = placeOf(opened, RULE);
    session.dispatch({ type: 'move-node', node: RULE, x: 900, y: 444 });
    session.dispatch({ type: 'view', view: { hiddenKinds: ['ServiceEntry'] } });
    const other = placeOf(opened, RULE);
    session.dispatch({ type: 'undo' });
    expect(placeOf(opened, RULE)).toEqual(other);
    session.dispatch({ type: 'view', view: { hiddenKinds: [] } });
    expect(placeOf(opened, RULE)).toEqual(first);
  });
});
