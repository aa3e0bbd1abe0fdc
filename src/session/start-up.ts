import { sampleWorkspace } from './act-on-files.ts';
import type { Autosave } from './autosave.ts';
import type { Core } from './core.ts';
import { migrate } from './migrate.ts';
import type { Looks } from './looks.ts';
import type { PointsKeeper } from './points-keeper.ts';
import type { ClockPort, StoragePort } from './ports.ts';
import { LESSONS, readLessons } from './lesson-keeper.ts';
import { readPreferences } from './preferences.ts';
import { readAhead, type ReadingOptions } from './reading.ts';
import { EMPTY_SHELF, readShelf, SHELF, type Shelf } from './shelf.ts';
import { FIRST_ID, loadStored, NOTHING_STORED, type Loaded } from './stored.ts';
import type { Workspace } from './types.ts';

export const PREFERENCES = 'preferences';
/** Storage that has not answered by then is taken to be blocked: the page must not wait for it. */
const PATIENCE = 5_000;

export interface StartUp {
  readonly core: Core;
  readonly autosave: Autosave;
  readonly storage: StoragePort;
  readonly reading: ReadingOptions;
  readonly freshId: () => string;
  readonly points: PointsKeeper;
  readonly looks: Pick<Looks, 'read'>;
  readonly onShelf: (shelf: Shelf) => void;
  /** The workspace that this tab showed before it was reloaded. */
  readonly recalled: string | null;
  readonly first?: FirstContent;
}

/** What a session begins with where nothing is kept. */
export type FirstContent = Pick<Workspace, 'name' | 'files'>;

/** Opens the work that was kept, or the sample. Never fails: what is wrong with the storage is said, and the page goes on. */
export async function startUp(options: StartUp): Promise<void> {
  const { core, autosave, storage, reading, freshId, points } = options;
  const { store } = core;
  const show = async (workspace: Workspace, activeFile: string | null) => {
    await readAhead(workspace.files, reading, new AbortController().signal, (done, total) =>
      store.set({ progress: { label: 'Opening your workspace', done, total } }),
    );
    store.together(() => {
      core.load(workspace, activeFile);
      store.set({ ready: true, progress: null });
    });
  };
  let found: Found;
  try {
    const [preferences, lessons, work] = await inTime(
      reading.clock,
      Promise.all([storage.get(PREFERENCES), storage.get(LESSONS), find(storage, options.recalled)]),
    );
    store.set({ preferences: readPreferences(preferences), lessons: readLessons(lessons) });
    found = work;
    await options.looks.read(work.id);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await show(sampleWorkspace(FIRST_ID), null);
    store.set({ save: { kind: 'failed', message } });
    core.notify({
      tone: 'warning',
      about: 'saving',
      title: 'Your work is not kept in this browser',
      detail: message,
    });
    return;
  }
  const { id, loaded, shelf } = found;
  options.onShelf(shelf);
  if (loaded.kind === 'none') return show(beginning(id, options.first), null);
  if (loaded.kind === 'loaded') {
    const { workspace, activeFile } = loaded.snapshot;
    await show(workspace, activeFile);
    autosave.know(loaded.stored);
    points.know(id, loaded.snapshot.points);
    points.keep('When the page was opened', null);
    return;
  }
  const aside = `aside/${freshId()}`;
  const kept = await storage.set(aside, loaded.raw).then(
    () => `A copy of what is stored is kept in this browser as "${aside}".`,
    () => '',
  );
  await show(loaded.workspace ?? sampleWorkspace(id), null);
  autosave.know(loaded.stored);
  if (kept) autosave.touch();
  core.notify({
    tone: 'error',
    title: 'Your stored work is damaged',
    detail: loaded.workspace
      ? `What could be read of it is open: ${loaded.workspace.files.map(({ path }) => path).join(', ')}. ${kept}`
      : `Nothing of it could be read, so the sample is open. ${kept}`,
  });
}

const beginning = (id: string, first?: FirstContent): Workspace =>
  first ? { id, ...first, opened: first.files } : sampleWorkspace(id);

interface Found {
  readonly id: string;
  readonly loaded: Loaded;
  readonly shelf: Shelf;
}

/** The workspace to begin with: what this tab showed, else what was used last, else any that is still there. */
async function find(storage: StoragePort, recalled: string | null): Promise<Found> {
  let raw = await storage.get(SHELF);
  if (raw === undefined || raw === null) {
    await migrate(storage);
    raw = await storage.get(SHELF);
  }
  const shelf = readShelf(raw);
  if (!shelf) {
    // The work itself may be whole under the name that every browser begins with.
    const loaded = await loadStored(storage, FIRST_ID);
    const damaged = { kind: 'damaged', raw, workspace: null, stored: NOTHING_STORED } as const;
    return { id: FIRST_ID, loaded: loaded.kind === 'loaded' ? loaded : damaged, shelf: EMPTY_SHELF };
  }
  const ids = shelf.kept.map(({ id }) => id);
  const listed = shelf.current !== null && ids.includes(shelf.current) ? [shelf.current] : [];
  // A page that went away at once has saved its work, but had no time to put it on the list.
  const wanted = recalled === null ? listed : [recalled, ...listed];
  for (const id of new Set([...wanted, ...ids])) {
    const loaded = await loadStored(storage, id);
    if (loaded.kind !== 'none') return { id, loaded, shelf };
  }
  return { id: FIRST_ID, loaded: { kind: 'none' }, shelf: EMPTY_SHELF };
}

function inTime<T>(clock: ClockPort, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(PATIENCE, () =>
      reject(
        new Error("The browser's storage does not answer. Download your files before you close the tab."),
      ),
    );
    work.then(resolve, reject).finally(cancel);
  });
}
