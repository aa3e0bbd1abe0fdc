import { sampleWorkspace } from './act-on-files.ts';
import type { Autosave } from './autosave.ts';
import type { Core } from './core.ts';
import type { ClockPort, StoragePort } from './ports.ts';
import { readPreferences } from './preferences.ts';
import { readAhead, type ReadingOptions } from './reading.ts';
import { loadStored, type Loaded } from './stored.ts';
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
}

/** Opens the work that was kept, or the sample. Never fails: what is wrong with the storage is said, and the page goes on. */
export async function startUp({ core, autosave, storage, reading, freshId }: StartUp): Promise<void> {
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
  let loaded: Loaded;
  try {
    const [preferences, work] = await inTime(
      reading.clock,
      Promise.all([storage.get(PREFERENCES), loadStored(storage)]),
    );
    store.set({ preferences: readPreferences(preferences) });
    loaded = work;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await show(sampleWorkspace(freshId()), null);
    store.set({ save: { kind: 'failed', message } });
    core.notify({ tone: 'warning', title: 'Your work is not kept in this browser', detail: message });
    return;
  }
  if (loaded.kind === 'none') return show(sampleWorkspace(freshId()), null);
  if (loaded.kind === 'loaded') {
    autosave.know(loaded.stored);
    return show(loaded.workspace, loaded.activeFile);
  }
  const aside = `aside/${freshId()}`;
  const kept = await storage.set(aside, loaded.raw).then(
    () => `A copy of what is stored is kept in this browser as "${aside}".`,
    () => '',
  );
  autosave.know(loaded.stored);
  await show(loaded.workspace ?? sampleWorkspace(freshId()), null);
  if (kept) autosave.touch();
  core.notify({
    tone: 'error',
    title: 'Your stored work is damaged',
    detail: loaded.workspace
      ? `What could be read of it is open: ${loaded.workspace.files.map(({ path }) => path).join(', ')}. ${kept}`
      : `Nothing of it could be read, so the sample is open. ${kept}`,
  });
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
