import { loadRegexes } from '../istio/index.ts';
import * as checks from '../checks/index.ts';
import { createFakeClock } from './fake-clock.testkit.ts';
import { createMemoryDisk } from './memory-storage.ts';
import { createSession } from './create-session.ts';
import { describe, expect, it } from 'vitest';
import { open, textOf } from './session.testkit.ts';

const VS = 'VirtualService/mesh-network/external-api-routing';
const SE = 'ServiceEntry/mesh-network/external-api-entry';
const FILE = 'external-api.yaml';
const TIMEOUT = ['spec', 'http', 0, 'timeout'];

describe('a session', () => {
  it('opens on the sample', async () => {
    const { state } = await open();
    expect(state().ready).toBe(true);
    expect(state().workspace.name).toBe('payments-egress');
    expect(state().activeFile).toBe(FILE);
    expect(state().analysis.mesh.resources.map(({ id }) => id)).toEqual([
      VS,
      SE,
      'DestinationRule/mesh-network/external-api-rule',
    ]);
    expect(state().analysis.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(state().analysis.placed.nodes.length).toBe(state().analysis.topology.nodes.length);
  });

  it('keeps text, form and picture in step, and one history for all', async () => {
    const { session, state } = await open();
    const before = textOf(state(), FILE);
    session.dispatch({
      type: 'operate',
      operation: { kind: 'set-field', resource: VS, path: TIMEOUT, value: '5s' },
      origin: 'form',
    });
    const set = textOf(state(), FILE);
    expect(set).toContain('timeout: 5s');
    expect(state().selection).toEqual({ resource: VS, path: TIMEOUT, origin: 'form' });
    const at = set.indexOf('5s');
    session.dispatch({
      type: 'edit-text',
      path: FILE,
      edits: [{ from: at, to: at + 1, insert: '7' }],
      origin: 'text',
    });
    const vs = () => state().analysis.mesh.byId.get(VS)?.value as { spec: { http: { timeout?: string }[] } };
    expect(vs().spec.http[0]?.timeout).toBe('7s');
    expect([state().undo, state().redo]).toEqual([`Typing in ${FILE}`, null]);
    session.dispatch({ type: 'undo' });
    session.dispatch({ type: 'undo' });
    expect(textOf(state(), FILE)).toBe(before);
    expect([state().undo, state().redo]).toEqual([null, 'Set spec.http[0].timeout']);
    session.dispatch({ type: 'redo' });
    session.dispatch({ type: 'redo' });
    expect(vs().spec.http[0]?.timeout).toBe('7s');
  });

  it('tells panes of each change before it tells of the new state', async () => {
    const { session, state } = await open();
    const told: string[] = [];
    session.subscribe(() => told.push(`state ${state().revision}`));
    session.onChanges((changes, origin) => told.push(`${origin} ${changes.map(({ kind }) => kind).join()}`));
    const { revision } = state();
    session.dispatch({
      type: 'edit-text',
      path: FILE,
      edits: [{ from: 0, to: 0, insert: '#\n' }],
      origin: 'text',
    });
    session.dispatch({ type: 'undo' });
    expect(told).toEqual(['text edit', `state ${revision + 1}`, 'history edit', `state ${revision + 2}`]);
  });

  it('makes one step of a burst of typing, and another after a pause', async () => {
    const { session, state, clock } = await open();
    const type = (insert: string) =>
      session.dispatch({
        type: 'edit-text',
        path: FILE,
        edits: [{ from: 0, to: 0, insert }],
        origin: 'text',
      });
    type('a');
    await clock.advance(400);
    type('#');
    await clock.advance(2_000);
    type('#');
    session.dispatch({ type: 'undo' });
    expect(textOf(state(), FILE).startsWith('#aapi')).toBe(true);
    session.dispatch({ type: 'undo' });
    expect(textOf(state(), FILE).startsWith('api')).toBe(true);
    expect(state().undo).toBe(null);
  });

  it('merges steps of one mark, until it ends; takes them back when cancelled', async () => {
    const { session, state } = await open();
    const drag = (value: number) =>
      session.dispatch({
        type: 'operate',
        operation: {
          kind: 'set-field',
          resource: VS,
          path: ['spec', 'http', 0, 'retries', 'attempts'],
          value,
        },
        origin: 'form',
        mark: 'slider',
      });
    drag(1);
    drag(2);
    session.dispatch({ type: 'end-mark' });
    drag(3);
    drag(4);
    session.dispatch({ type: 'cancel-mark', mark: 'slider' });
    expect(textOf(state(), FILE)).toContain('attempts: 2');
    session.dispatch({ type: 'undo' });
    expect(textOf(state(), FILE)).not.toContain('attempts');
  });

  it('keeps a broken document as it last looked, and says what is wrong', async () => {
    const { session, state } = await open();
    const nodes = state().analysis.topology.nodes.map(({ id }) => id);
    const at = textOf(state(), FILE).indexOf('  - match');
    session.dispatch({
      type: 'edit-text',
      path: FILE,
      edits: [{ from: at, to: at, insert: '  x: [\n' }],
      origin: 'text',
    });
    expect(state().analysis.mesh.byId.get(VS)?.stale).toBe(true);
    expect(state().analysis.mesh.byId.get(SE)?.stale).toBe(false);
    expect(state().analysis.topology.nodes.map(({ id }) => id)).toEqual(nodes);
    expect(
      state().analysis.problems.some(({ severity, file }) => severity === 'error' && file === FILE),
    ).toBe(true);
    const done = session.dispatch({
      type: 'operate',
      operation: { kind: 'set-field', resource: VS, path: TIMEOUT, value: '5s' },
      origin: 'form',
    });
    expect(done).toBe(false);
    expect(state().notices.at(-1)?.detail).toMatch(/cannot be read now/);
  });

  it('says no, with the text as it was, to what does not fit', async () => {
    const { session, state } = await open();
    const before = state().workspace;
    const edits = [{ from: 0, to: 99_999, insert: '' }];
    expect(session.dispatch({ type: 'edit-text', path: FILE, edits, origin: 'text' })).toBe(false);
    expect(session.dispatch({ type: 'rename-file', path: FILE, to: FILE })).toBe(true);
    expect(session.dispatch({ type: 'delete-file', path: 'none.yaml' })).toBe(false);
    expect(state().workspace).toBe(before);
  });

  it('does what was asked before the work was there, when it is', async () => {
    const { session, state } = await open({
      before: (early) => early.dispatch({ type: 'new-file', path: 'b.yaml' }),
    });
    expect(session.getState().workspace.files.map(({ path }) => path)).toEqual([FILE, 'b.yaml']);
    expect(state().activeFile).toBe('b.yaml');
  });
});

describe('selection', () => {
  it('follows the caret to the innermost field', async () => {
    const { session, state } = await open();
    const offset = textOf(state(), FILE).indexOf('443\n---');
    session.dispatch({ type: 'select-at', path: FILE, offset, origin: 'text' });
    expect(state().selection).toEqual({
      resource: VS,
      path: ['spec', 'http', 0, 'route', 0, 'destination', 'port', 'number'],
      origin: 'text',
    });
    const next = textOf(state(), FILE).indexOf('resolution');
    session.dispatch({ type: 'select-at', path: FILE, offset: next, origin: 'text' });
    expect(state().selection).toMatchObject({ resource: SE, path: ['spec', 'resolution'] });
  });

  it('stays on a resource while its name is typed, and comes back with undo', async () => {
    const { session, state } = await open();
    session.dispatch({ type: 'select', resource: SE, path: ['spec', 'hosts'], origin: 'rail' });
    const at = textOf(state(), FILE).indexOf('external-api-entry');
    session.dispatch({
      type: 'edit-text',
      path: FILE,
      edits: [{ from: at, to: at, insert: 'x' }],
      origin: 'text',
    });
    expect(state().selection).toMatchObject({ resource: 'ServiceEntry/mesh-network/xexternal-api-entry' });
    session.dispatch({ type: 'select', resource: VS, origin: 'canvas' });
    session.dispatch({ type: 'undo' });
    expect(state().selection).toEqual({ resource: SE, path: ['spec', 'hosts'], origin: 'history' });
  });

  it('ends with the resource, and comes back with it', async () => {
    const { session, state } = await open();
    session.dispatch({ type: 'select', resource: SE, origin: 'canvas' });
    session.dispatch({
      type: 'operate',
      operation: { kind: 'delete-resource', resource: SE },
      origin: 'canvas',
    });
    expect(state().selection).toBe(null);
    session.dispatch({ type: 'undo' });
    expect(state().selection?.resource).toBe(SE);
  });

  it('shows the file of what is selected', async () => {
    const { session, state } = await open();
    session.dispatch({ type: 'new-file', path: 'b.yaml' });
    expect(state().activeFile).toBe('b.yaml');
    session.dispatch({ type: 'select', resource: SE, origin: 'canvas' });
    expect(state().activeFile).toBe(FILE);
    expect(session.dispatch({ type: 'select', resource: 'Gateway//none', origin: 'canvas' })).toBe(false);
  });
});

describe('rules that come later', () => {
  it('finds problems when they arrive, and says until then that nothing was checked', async () => {
    let arrive: (rules: typeof checks) => void = () => {};
    const late = new Promise<typeof checks>((resolve) => (arrive = resolve));
    const clock = createFakeClock();
    const session = createSession({ storage: createMemoryDisk().connect(), clock }, { checks: late });
    await clock.advance(4_000);
    expect(session.getState()).toMatchObject({ ready: true, checked: false });
    session.dispatch({
      type: 'open-files',
      files: [{ path: 'a.yaml', content: 'kind: VirtualServise\napiVersion: networking.istio.io/v1\n' }],
      mode: 'replace',
    });
    await clock.advance(4_000);
    expect(session.getState().analysis.problems).toEqual([]);
    arrive(checks);
    await session.settled();
    expect(session.getState().checked).toBe(true);
    expect(session.getState().analysis.problems).not.toEqual([]);
  });
});

describe('regular expressions', () => {
  it('are judged once their reader has arrived', async () => {
    const clock = createFakeClock();
    let asked = 0;
    const regexes = () => {
      asked++;
      return loadRegexes();
    };
    const session = createSession({ storage: createMemoryDisk().connect(), clock }, { checks, regexes });
    await session.settled();
    expect(asked).toBe(0);
    session.dispatch({
      type: 'open-files',
      files: [
        {
          path: 'a.yaml',
          content:
            'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\nspec:\n  hosts: [a.example]\n' +
            '  http:\n  - match:\n    - uri: {regex: "(?=a)"}\n    route:\n    - destination: {host: a.example}\n',
        },
      ],
      mode: 'replace',
    });
    await session.settled();
    await clock.advance(5_000);
    await loadRegexes();
    await session.settled();
    expect(asked).toBe(1);
    expect(session.getState().analysis.problems.map(({ path }) => path)).toContain(
      'spec.http[0].match[0].uri.regex',
    );
  });
});
