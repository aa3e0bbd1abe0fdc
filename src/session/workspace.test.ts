import * as checks from '../checks/index.ts';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../yaml/index.ts';
import { createSession } from './create-session.ts';
import { createFakeClock } from './fake-clock.testkit.ts';
import { createMemoryDisk } from './memory-storage.ts';
import type { ParserPort } from './ports.ts';
import { createPipeline } from './pipeline.ts';
import { open, textOf } from './session.testkit.ts';
import type { SessionState } from './types.ts';
import { ONLY_WORKSPACE } from './migrate.ts';

const FILE = 'external-api.yaml';
const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: {name: one}\n';
const paths = (files: readonly { path: string }[]) => files.map(({ path }) => path);
const title = 'Changed in another tab';

describe('files of the workspace', () => {
  it('are opened beside the others, or instead of them, and that can be undone', async () => {
    const { session, state } = await open();
    const file = { path: 'a.yaml', content: new TextEncoder().encode(`\ufeff${SERVICE}`) };
    session.dispatch({ type: 'open-files', files: [file], mode: 'add' });
    expect(paths(state().workspace.opened)).toEqual([FILE, 'a.yaml']);
    expect(textOf(state(), 'a.yaml')).toBe(`\ufeff${SERVICE}`);
    session.dispatch({
      type: 'open-files',
      files: [{ path: 'k8s/b.yaml', content: SERVICE }],
      mode: 'replace',
    });
    expect(state().workspace).toMatchObject({
      name: 'k8s',
      files: [{ path: 'k8s/b.yaml' }],
      opened: [{ path: 'k8s/b.yaml' }],
    });
    session.dispatch({ type: 'undo' });
    expect(state().workspace.name).toBe('payments-egress');
    expect(paths(state().workspace.opened)).toEqual([FILE, 'a.yaml']);
    session.dispatch({ type: 'undo' });
    expect(paths(state().workspace.files)).toEqual([FILE]);
  });

  it('that are no text are named, and nothing is changed', async () => {
    const { session, state } = await open();
    const { workspace } = state();
    const content = new Uint8Array([0, 1, 2, 3, 4, 5]);
    expect(
      session.dispatch({ type: 'open-files', files: [{ path: 'x.bin', content }], mode: 'replace' }),
    ).toBe(false);
    expect(state().workspace).toBe(workspace);
    expect(state().notices).toMatchObject([
      { title: 'Nothing was opened', detail: expect.stringMatching(/x\.bin.*binary/) as string },
    ]);
  });

  it('leave no word of an earlier opening behind, and keep their own', async () => {
    const { session, state } = await open();
    const bad = { path: 'x.bin', content: new Uint8Array([0, 1, 2, 3, 4, 5]) };
    const good = { path: 'b.yaml', content: SERVICE };
    session.dispatch({ type: 'open-files', files: [bad], mode: 'replace' });
    session.dispatch({ type: 'open-files', files: [good, bad], mode: 'add' });
    expect(state().notices).toMatchObject([{ title: 'x.bin was left out' }]);
    session.dispatch({ type: 'open-files', files: [good], mode: 'replace' });
    expect(state().notices).toEqual([]);
    session.dispatch({ type: 'open-files', files: [bad], mode: 'add' });
    session.dispatch({ type: 'new-workspace' });
    expect(state().notices).toEqual([]);
  });

  it('open the drawer when they have problems, unless somebody has said how it should be', async () => {
    const bad = { path: 'b.yaml', content: SERVICE.replace('kind: Service', 'kind: [') };
    const replace = { type: 'open-files', files: [bad], mode: 'replace' } as const;
    const { session, state } = await open();
    expect(state().preferences.drawerOpen).toBe('auto');
    session.dispatch({
      type: 'edit-text',
      path: FILE,
      edits: [{ from: 0, to: 0, insert: '{' }],
      origin: 'text',
    });
    expect(state().analysis.problems).not.toEqual([]);
    expect(state().preferences.drawerOpen).toBe('auto');
    session.dispatch(replace);
    expect(state().preferences.drawerOpen).toBe(true);
    session.dispatch({ type: 'prefer', preferences: { drawerOpen: false } });
    session.dispatch(replace);
    expect(state().preferences.drawerOpen).toBe(false);
  });

  it('go back to what was opened, one or all, as one step', async () => {
    const { session, state } = await open();
    const opened = state().workspace.files;
    session.dispatch({
      type: 'edit-text',
      path: FILE,
      edits: [{ from: 3, to: 9, insert: 'x' }],
      origin: 'text',
    });
    session.dispatch({ type: 'new-file', path: 'new.yaml', text: SERVICE });
    const changed = state().workspace.files;
    session.dispatch({ type: 'revert' });
    expect(state().workspace.files).toEqual(opened);
    session.dispatch({ type: 'undo' });
    expect(state().workspace.files).toEqual(changed);
    session.dispatch({ type: 'delete-file', path: FILE });
    session.dispatch({ type: 'revert', path: FILE });
    expect(state().workspace.files).toEqual([...opened, { path: 'new.yaml', text: SERVICE }]);
  });

  it('are renamed, made and deleted without a clash', async () => {
    const { session, state } = await open();
    session.dispatch({ type: 'new-file', path: FILE });
    expect(paths(state().workspace.files)).toEqual([FILE, 'external-api-2.yaml']);
    expect(session.dispatch({ type: 'rename-file', path: 'external-api-2.yaml', to: FILE })).toBe(false);
    session.dispatch({ type: 'rename-file', path: FILE, to: 'dir/main.yaml' });
    expect(state().analysis.mesh.resources[0]?.source.file).toBe('dir/main.yaml');
    session.dispatch({ type: 'delete-file', path: 'dir/main.yaml' });
    expect(state().activeFile).toBe('external-api-2.yaml');
    session.dispatch({ type: 'delete-file', path: 'external-api-2.yaml' });
    expect([state().workspace.files, state().activeFile]).toEqual([[], null]);
  });

  it('are followed by the kustomization that builds them, in the same step', async () => {
    const { session, state } = await open();
    const text = (path: string) => state().workspace.files.find((file) => file.path === path)?.text;
    session.dispatch({
      type: 'new-file',
      path: 'm/kustomization.yaml',
      text: 'resources: # all\n- a.yaml\n',
    });
    session.dispatch({ type: 'new-file', path: 'm/a.yaml', text: SERVICE });
    session.dispatch({ type: 'rename-file', path: 'm/a.yaml', to: 'm/b.yaml' });
    expect(text('m/kustomization.yaml')).toBe('resources: # all\n- b.yaml\n');
    session.dispatch({ type: 'undo' });
    expect(text('m/kustomization.yaml')).toBe('resources: # all\n- a.yaml\n');
    const value = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' } };
    session.dispatch({
      type: 'operate',
      operation: { kind: 'add-resource', file: 'm/c.yaml', value },
      origin: 'palette',
    });
    expect(text('m/kustomization.yaml')).toBe('resources: # all\n- a.yaml\n- c.yaml\n');
    session.dispatch({ type: 'delete-file', path: 'm/a.yaml' });
    expect(text('m/kustomization.yaml')).toBe('resources: # all\n- c.yaml\n');
  });

  it('give way to the sample, which undo takes back', async () => {
    const { session, state } = await open();
    session.dispatch({ type: 'open-files', files: [{ path: 'b.yaml', content: SERVICE }], mode: 'replace' });
    session.dispatch({ type: 'reset-to-sample' });
    expect(paths(state().workspace.files)).toEqual([FILE]);
    session.dispatch({ type: 'undo' });
    expect(state().workspace).toMatchObject({ name: 'b', files: [{ path: 'b.yaml' }] });
  });
});

describe('much at once', () => {
  const comment = `# ${'so much to say '.repeat(70)}\n`;
  const documents = Array.from({ length: 200 }, (_, i) => `${comment}${SERVICE.replace('one', `s${i}`)}`);
  const many = documents.join('---\n');

  it('is read with progress, and is there at the end', async () => {
    const { session, state } = await open();
    const progress: number[] = [];
    session.subscribe(() => progress.push(state().progress?.done ?? -1));
    expect(
      session.dispatch({
        type: 'open-files',
        files: [{ path: 'many.yaml', content: many }],
        mode: 'replace',
      }),
    ).toBe(true);
    expect(state().progress).toMatchObject({ label: 'Opening many.yaml', total: many.length });
    expect(paths(state().workspace.files)).toEqual([FILE]);
    await session.settled();
    expect(progress.filter((done) => done >= 0)).toEqual(
      progress.filter((done) => done >= 0).toSorted((a, b) => a - b),
    );
    expect(progress).toContain(many.length);
    expect(state().progress).toBe(null);
    expect(state().analysis.mesh.resources).toHaveLength(200);
  });

  const wrong = documents
    .map((text) => text.replace('v1\nkind: Service', 'networking.istio.io/v1\nkind: VirtualServise'))
    .join('---\n');
  const misspelt = (state: SessionState) =>
    state.analysis.problems.filter(({ message }) => message.includes('VirtualServise'));

  it('is shown before its problems are found, which then come by themselves', async () => {
    const { session, state } = await open();
    const seen: { resources: number; problems: number; checked: boolean }[] = [];
    session.subscribe(() => {
      const { analysis, checked } = state();
      const [resources, problems] = [analysis.mesh.resources.length, analysis.problems.length];
      seen.push({ resources, problems, checked });
    });
    session.dispatch({ type: 'open-files', files: [{ path: 'many.yaml', content: wrong }], mode: 'replace' });
    await session.settled();
    expect(seen).toContainEqual({ resources: 200, problems: 0, checked: false });
    expect(state().checked).toBe(true);
    expect(misspelt(state())).toHaveLength(200);
    expect(state().preferences).toMatchObject({ drawerOpen: true, drawerTab: 'problems' });
  });

  it('is edited before its problems are found: they are found of what there is then', async () => {
    const { session, state } = await open();
    session.dispatch({ type: 'open-files', files: [{ path: 'many.yaml', content: wrong }], mode: 'replace' });
    let edited = false;
    session.subscribe(() => {
      if (edited || state().analysis.mesh.resources.length < 200) return;
      edited = true;
      const at = wrong.indexOf('VirtualServise');
      const edits = [{ from: at, to: at + 'VirtualServise'.length, insert: 'Gateway' }];
      session.dispatch({ type: 'edit-text', path: 'many.yaml', edits, origin: 'text' });
    });
    await session.settled();
    const { workspace, analysis } = state();
    expect(misspelt(state())).toHaveLength(199);
    expect(analysis.problems).toEqual(createPipeline({ checks }).update(workspace.files).problems);
  });

  it('can be cancelled, and then nothing has happened', async () => {
    const parser: ParserPort = {
      parse: (texts, onBatch, signal) =>
        new Promise((resolve) => {
          onBatch(texts.slice(0, 10).map(parseDocument), 10);
          signal.addEventListener('abort', () => resolve());
        }),
    };
    const { session, state } = await open({ ports: { parser } });
    const { workspace } = state();
    session.dispatch({ type: 'open-files', files: [{ path: 'many.yaml', content: many }], mode: 'replace' });
    expect(session.dispatch({ type: 'cancel-progress' })).toBe(true);
    await session.settled();
    expect([state().workspace, state().progress, state().undo]).toEqual([workspace, null, null]);
  });

  it('is read here when the worker breaks down half-way', async () => {
    const parser: ParserPort = {
      parse(texts, onBatch) {
        onBatch(texts.slice(0, 100).map(parseDocument), 100);
        return Promise.reject(new Error('out of memory'));
      },
    };
    const { session, state } = await open({ ports: { parser } });
    session.dispatch({ type: 'open-files', files: [{ path: 'many.yaml', content: many }], mode: 'replace' });
    await session.settled();
    expect(state().analysis.mesh.resources).toHaveLength(200);
  });

  it('typed into a very long document keeps what it last said until it is read', async () => {
    const items = Array.from(
      { length: 200 },
      (_, i) =>
        `# ${'so much to say '.repeat(60)}\n- apiVersion: v1\n  kind: Service\n  metadata: {name: s${i}}\n`,
    );
    const list = `apiVersion: v1\nkind: List\nitems:\n${items.join('')}`;
    const { session, state } = await open();
    session.dispatch({ type: 'open-files', files: [{ path: 'list.yaml', content: list }], mode: 'replace' });
    await session.settled();
    const { mesh } = state().analysis;
    expect(mesh.resources).toHaveLength(200);
    const at = list.indexOf('s17}');
    session.dispatch({
      type: 'edit-text',
      path: 'list.yaml',
      edits: [{ from: at, to: at, insert: 'x' }],
      origin: 'text',
    });
    expect(state().analysis.mesh).toBe(mesh);
    const operation = { kind: 'delete-resource', resource: 'Service//s1' } as const;
    expect(session.dispatch({ type: 'operate', operation, origin: 'rail' })).toBe(false);
    await session.settled();
    expect(state().analysis.mesh.byId.has('Service//xs17')).toBe(true);
    expect(session.dispatch({ type: 'operate', operation, origin: 'rail' })).toBe(true);
  });
});

describe('work that is kept', () => {
  it('is there again, with preferences, in the next session', async () => {
    const first = await open();
    first.session.dispatch({
      type: 'edit-text',
      path: FILE,
      edits: [{ from: 0, to: 0, insert: '# mine\n' }],
      origin: 'text',
    });
    first.session.dispatch({ type: 'prefer', preferences: { theme: 'dark' } });
    expect(first.state().save.kind).toBe('unsaved');
    await first.clock.advance(1_000);
    expect(first.state().save.kind).toBe('saved');
    const second = await open({ disk: first.disk });
    expect(second.state().workspace).toEqual(first.state().workspace);
    expect(second.state().preferences.theme).toBe('dark');
    expect(second.state().undo).toBe(null);
  });

  it('is written at once when the page goes away', async () => {
    const leavers: (() => void)[] = [];
    const page = { onLeave: (listener: () => void) => (leavers.push(listener), () => {}) };
    const { session, disk } = await open({ ports: { page } });
    session.dispatch({
      type: 'edit-text',
      path: FILE,
      edits: [{ from: 0, to: 0, insert: '# last\n' }],
      origin: 'text',
    });
    for (const leave of leavers) leave();
    const next = await open({ disk });
    expect(textOf(next.state(), FILE).startsWith('# last\n')).toBe(true);
  });

  it('that is damaged is kept aside and said', async () => {
    const values = new Map<string, unknown>([[ONLY_WORKSPACE, 'rubbish']]);
    const { state } = await open({ disk: createMemoryDisk(values) });
    expect(paths(state().workspace.files)).toEqual([FILE]);
    expect(state().notices).toMatchObject([{ tone: 'error', title: 'Your stored work is damaged' }]);
    expect([...values].some(([key, value]) => key.startsWith('aside/') && value === 'rubbish')).toBe(true);
    expect((await open({ disk: createMemoryDisk(values) })).state().notices).toEqual([]);
  });

  it('cannot be had where storage is blocked: the sample opens, and it is said', async () => {
    const blocked = () => Promise.reject(new Error('Storage is blocked.'));
    const storage = { get: blocked, set: blocked, delete: blocked, commit: blocked };
    const { session, state, clock } = await open({ ports: { storage } });
    expect(state().ready).toBe(true);
    expect(state().save).toEqual({ kind: 'failed', message: 'Storage is blocked.' });
    session.dispatch({ type: 'new-file', path: 'b.yaml' });
    await clock.advance(300);
    expect(state().save).toEqual({ kind: 'failed', message: 'Storage is blocked.' });
  });

  it('does not wait for ever for storage that does not answer', async () => {
    const never = () => new Promise<never>(() => {});
    const clock = createFakeClock();
    const session = createSession(
      {
        storage: { get: never, set: never, delete: never, commit: never },
        clock,
      },
      { checks },
    );
    await clock.advance(4_000);
    expect(session.getState().ready).toBe(false);
    await clock.advance(2_000);
    expect(session.getState()).toMatchObject({ ready: true, save: { kind: 'failed' } });
    expect(paths(session.getState().workspace.files)).toEqual([FILE]);
  });
});

describe('two tabs', () => {
  it('do not overwrite each other unseen', async () => {
    const a = await open();
    const b = await open({ disk: a.disk });
    const edit = (tab: typeof a, insert: string) =>
      tab.session.dispatch({
        type: 'edit-text',
        path: FILE,
        edits: [{ from: 0, to: 0, insert }],
        origin: 'text',
      });
    edit(a, '# a\n');
    await a.clock.advance(300);
    expect(b.state().notices.at(-1)).toMatchObject({
      title,
      action: { action: { type: 'take-from-other-tab' } },
    });
    edit(b, '# b\n');
    await b.clock.advance(300);
    expect(b.state().save.kind).toBe('failed');
    expect(b.state().notices.at(-1)).toMatchObject({
      title,
      action: { action: { type: 'save-over-other-tab' } },
    });
    expect(textOf((await open({ disk: a.disk })).state(), FILE).startsWith('# a\n')).toBe(true);
    b.session.dispatch({ type: 'save-over-other-tab' });
    await b.clock.advance(0);
    await b.clock.advance(300);
    expect(b.state().save.kind).toBe('saved');
    expect(b.state().notices).toEqual([]);
    expect(textOf((await open({ disk: a.disk })).state(), FILE).startsWith('# b\n')).toBe(true);
  });

  it.each([false, true])(
    'say nothing more of it once another workspace is shown (changed: %s)',
    async (changed) => {
      const a = await open();
      const b = await open({ disk: a.disk });
      const late = await open({ disk: a.disk });
      const edit = (tab: typeof a, insert: string) =>
        tab.session.dispatch({
          type: 'edit-text',
          path: FILE,
          edits: [{ from: 0, to: 0, insert }],
          origin: 'text',
        });
      const titles = (tab: typeof a) => tab.state().notices.map((notice) => notice.title);
      edit(a, '# a\n');
      if (changed) edit(late, '# late\n');
      const told = a.clock.advance(300);
      // What is read of the storage takes its time: this one is left before.
      late.session.dispatch({ type: 'new-workspace' });
      await told;
      if (changed) edit(b, '# b\n');
      await b.clock.advance(300);
      expect(titles(b)).toContain(title);
      b.session.dispatch({ type: 'new-workspace' });
      for (const tab of [b, late]) {
        await tab.clock.advance(1_000);
        expect(titles(tab)).not.toContain(title);
      }
    },
  );

  it('can take over what the other has saved, and undo that', async () => {
    const a = await open();
    const b = await open({ disk: a.disk });
    a.session.dispatch({ type: 'new-file', path: 'a.yaml' });
    await a.clock.advance(300);
    b.session.dispatch({ type: 'take-from-other-tab' });
    await b.clock.advance(0);
    expect(paths(b.state().workspace.files)).toEqual([FILE, 'a.yaml']);
    await b.clock.advance(1000);
    expect(a.state().notices).toEqual([]);
    b.session.dispatch({ type: 'undo' });
    expect(paths(b.state().workspace.files)).toEqual([FILE]);
  });
});

describe('an offer to undo', () => {
  it('goes with the next step: it would take back another one than it names', async () => {
    const { session, state } = await open();
    session.dispatch({
      type: 'notify',
      notice: { tone: 'info', title: 'Deleted a', action: { title: 'Undo', action: { type: 'undo' } } },
    });
    expect(state().notices).toHaveLength(1);
    session.dispatch({ type: 'new-file', path: 'b.yaml' });
    expect(state().notices).toEqual([]);
  });
});
