import { replacingAll, sampleWorkspace } from './act-on-files.ts';
import type { Autosave } from './autosave.ts';
import type { Core } from './core.ts';
import type { LongWork } from './long-work.ts';
import type { Looks } from './looks.ts';
import type { PointsKeeper } from './points-keeper.ts';
import { readAhead, type ReadingOptions } from './reading.ts';
import { removeStored } from './remove-stored.ts';
import { EMPTY_SHELF, readShelf, SHELF, shelve, type Shelf } from './shelf.ts';
import { loadStored, manifestKey, NOTHING_STORED, planSave, stampOf, type Snapshot } from './stored.ts';
import type { StoragePort } from './ports.ts';

export interface WorkspaceHands {
  readonly core: Core;
  readonly storage: StoragePort;
  readonly autosave: Autosave;
  readonly points: PointsKeeper;
  readonly looks: Pick<Looks, 'read' | 'copy'>;
  readonly reading: ReadingOptions;
  readonly opening: Pick<LongWork, 'start'>;
  readonly freshId: () => string;
  readonly onShelf: (shelf: Shelf) => void;
}

/** An empty workspace. The one before stays kept, and undo goes back to it. */
export function newWorkspace(core: Core, id: string, wanted = ''): boolean {
  const name = wanted.trim() || UNTITLED;
  core.commit({
    label: `New workspace ${name}`,
    changes: replacingAll(core.store.get().workspace, []),
    origin: 'open',
    facts: { id, name, opened: [] },
    activeFile: null,
  });
  return true;
}

/** What an empty workspace is called until somebody says otherwise. */
export const UNTITLED = 'untitled';

/** Opens a workspace that is kept. */
export function switchWorkspace(hands: WorkspaceHands, id: string): boolean {
  const { core } = hands;
  if (core.store.get().workspace.id === id) return true;
  const name = nameOf(core, id);
  if (name === undefined) return false;
  hands.opening.start(async (signal) => void (await show(hands, id, `Switch to ${name}`, signal)));
  return true;
}

async function show(hands: WorkspaceHands, id: string, label: string, signal: AbortSignal): Promise<boolean> {
  const { core, autosave, points, looks, storage, reading } = hands;
  await autosave.settled();
  const held = autosave.held(id);
  const loaded = held ? null : await loadStored(storage, id);
  if (loaded && loaded.kind !== 'loaded') {
    core.notify(unreadable(nameOf(core, id) ?? id, loaded.kind === 'none'));
    return false;
  }
  const snapshot: Snapshot | undefined = held ?? loaded?.snapshot;
  if (!snapshot) return false;
  const { workspace, activeFile } = snapshot;
  await readAhead(workspace.files, reading, signal, (done, total) =>
    core.store.set({ progress: { label: `Opening ${workspace.name}`, done, total } }),
  );
  await looks.read(id);
  if (signal.aborted) return false;
  points.know(id, snapshot.points);
  core.commit({
    label,
    changes: replacingAll(core.store.get().workspace, workspace.files),
    origin: 'open',
    facts: workspace,
    activeFile,
  });
  if (loaded) {
    autosave.know(loaded.stored);
    autosave.visit();
  }
  return true;
}

function unreadable(name: string, gone: boolean) {
  return {
    tone: 'error',
    title: `${name} could not be opened`,
    detail: gone
      ? 'It is not in this browser any more: another tab may have deleted it.'
      : 'Some of what is stored of it cannot be read. Nothing of it was changed; reload the page to see what can be saved.',
  } as const;
}

/** Makes a copy of a workspace, kept beside it. The one that is open stays open. */
export function duplicateWorkspace(hands: WorkspaceHands, id: string): boolean {
  const { core, autosave, storage, freshId } = hands;
  const { workspace, activeFile, workspaces } = core.store.get();
  const open = workspace.id === id ? { workspace, activeFile } : null;
  if (!open && nameOf(core, id) === undefined) return false;
  hands.opening.start(async () => {
    const loaded = open ? null : await loadStored(storage, id);
    const source = open ?? autosave.held(id) ?? (loaded?.kind === 'loaded' ? loaded.snapshot : null);
    if (!source) {
      core.notify(unreadable(nameOf(core, id) ?? id, loaded?.kind === 'none'));
      return;
    }
    const name = copyName(source.workspace.name, [workspace.name, ...workspaces.map((kept) => kept.name)]);
    const copy = { ...source.workspace, id: freshId(), name };
    const snapshot: Snapshot = { workspace: copy, activeFile: source.activeFile, points: [] };
    const { commit } = planSave(snapshot, NOTHING_STORED, freshId, hands.reading.clock.now(), false);
    await storage.commit(commit);
    await hands.looks.copy(id, copy.id);
    await hear(hands);
  });
  return true;
}

/** Gives another name to a workspace that is not open. */
export function renameKept(hands: WorkspaceHands, id: string, wanted: string): boolean {
  const { core, storage, freshId } = hands;
  const name = wanted.trim();
  const entry = core.store.get().workspaces.find((kept) => kept.id === id);
  if (name === '' || !entry) return false;
  hands.opening.start(async () => {
    await hands.autosave.settled();
    const key = manifestKey(id);
    const raw = await storage.get(key);
    if (typeof raw !== 'object' || raw === null) throw new Error(unreadable(entry.name, true).detail);
    const seen = stampOf(raw);
    const done = await storage.commit({
      put: new Map<string, unknown>([[key, { ...raw, name, stamp: freshId() }]]),
      remove: [],
      guard: { key, accepts: (value) => stampOf(value) === seen },
      update: {
        key: SHELF,
        change: (value) => shelve(readShelf(value) ?? EMPTY_SHELF, { ...entry, name }, false),
      },
    });
    if (!done) throw new Error('Another tab has changed it just now. Try again.');
    await hear(hands);
  });
  return true;
}

/** Takes a workspace out of the browser. Where it is the open one, the last used of the others opens, or the sample. */
export function deleteWorkspace(hands: WorkspaceHands, id: string): boolean {
  const { core, autosave, storage } = hands;
  const { workspace, workspaces } = core.store.get();
  const isOpen = workspace.id === id;
  if (!isOpen && nameOf(core, id) === undefined) return false;
  hands.opening.start(async (signal) => {
    await autosave.settled();
    if (isOpen) {
      const next = workspaces.find((kept) => kept.id !== id);
      const label = `Delete the workspace ${workspace.name}`;
      if (!next || !(await show(hands, next.id, label, signal))) {
        if (signal.aborted) return;
        const facts = sampleWorkspace(hands.freshId());
        const changes = replacingAll(core.store.get().workspace, facts.files);
        core.commit({ label, changes, origin: 'open', facts, activeFile: facts.files[0]?.path ?? null });
      }
    }
    autosave.forget(id);
    await removeStored(storage, id);
    await hear(hands);
  });
  return true;
}

/** Reads the list of workspaces again. */
async function hear({ storage, onShelf }: WorkspaceHands): Promise<void> {
  onShelf(readShelf(await storage.get(SHELF)) ?? EMPTY_SHELF);
}

function nameOf(core: Core, id: string): string | undefined {
  return core.store.get().workspaces.find((kept) => kept.id === id)?.name;
}

function copyName(name: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? `${name} copy` : `${name} copy ${n}`;
    if (!taken.includes(candidate)) return candidate;
  }
}
