import { replacingAll } from './act-on-files.ts';
import type { Autosave } from './autosave.ts';
import type { Core } from './core.ts';
import type { StoragePort } from './ports.ts';
import type { PointsKeeper } from './points-keeper.ts';
import { sameFiles } from './restore-points.ts';
import { loadStored, manifestKey, NOTHING_STORED, type Loaded } from './stored.ts';
import type { Workspace } from './types.ts';

/** Two tabs on one workspace: neither overwrites what the other has saved without the person's word. */
export interface OtherTabs {
  /** This tab wanted to save and found that another has. */
  conflict(): void;
  /** Another tab has just saved what is kept under this key. */
  heard(key: string): void;
  saveOver(): void;
  take(): void;
}

const TITLE = 'Changed in another tab';
const STOPPED =
  'Another tab has saved other changes to this workspace. So that nothing is overwritten, what you do here is kept ' +
  'beside it, as a workspace “from another tab”.';
const CHOOSE = 'Keep what is here in its place, or reload the page for the other version.';

const DELETED = 'Deleted in another tab';
const STAYS = 'Another tab has deleted this workspace. What you see is kept again as soon as you change it.';

const GONE = 'The stored copy was gone';
const AGAIN =
  'This workspace was no longer in the browser: another tab has deleted it, or the data of this site was cleared. ' +
  'What you see has been stored anew.';

const isSame = (a: Workspace, b: Workspace) => a.name === b.name && sameFiles(a.files, b.files);

export function createOtherTabs(
  core: Core,
  autosave: Autosave,
  points: PointsKeeper,
  storage: StoragePort,
): OtherTabs {
  const unreadable = (error: Error) =>
    core.notify({ tone: 'error', title: 'The stored work could not be read', detail: error.message });
  /** What is stored of the open workspace, if it is still the open one once that is read. */
  const withStored = (then: (loaded: Loaded) => void) => {
    const { id } = core.store.get().workspace;
    loadStored(storage, id).then((loaded) => {
      if (core.store.get().workspace.id === id) then(loaded);
    }, unreadable);
  };
  /** Tells whether anything is stored of the open workspace, which takes no reading of its texts. */
  const whetherStored = (then: (stored: boolean) => void) => {
    const { id } = core.store.get().workspace;
    storage.get(manifestKey(id)).then((raw) => {
      if (core.store.get().workspace.id === id) then(raw !== undefined && raw !== null);
    }, unreadable);
  };
  const tell = (notice: Omit<Parameters<Core['notify']>[0], 'about'>) => {
    core.retract('other tabs');
    core.notify({ ...notice, about: 'other tabs' });
  };
  return {
    conflict() {
      core.store.set({ save: { kind: 'failed', message: STOPPED } });
      withStored((loaded) => {
        const { workspace } = core.store.get();
        if (loaded.kind === 'none') {
          // Where nothing is stored, nobody's work can be overwritten.
          autosave.overwrite(NOTHING_STORED);
          return tell({ tone: 'info', title: GONE, detail: AGAIN });
        }
        if (loaded.kind === 'loaded' && isSame(loaded.snapshot.workspace, workspace)) {
          // Both have done the same, such as to take in what has changed in the workspace's folder.
          autosave.know(loaded.stored);
          points.join(loaded.snapshot.points, loaded.stored.all);
          return core.retract('other tabs');
        }
        const action = { title: 'Keep what is here', action: { type: 'save-over-other-tab' } } as const;
        tell({ tone: 'warning', title: TITLE, detail: `${STOPPED} ${CHOOSE}`, action });
      });
    },
    heard(key) {
      if (key !== manifestKey(core.store.get().workspace.id)) return;
      // With changes of its own this tab will find out when it saves, and then offer to keep them.
      if (autosave.pending() || !core.store.get().ready) return;
      whetherStored((stored) => {
        if (autosave.pending()) return;
        if (!stored) return tell({ tone: 'warning', title: DELETED, detail: STAYS });
        tell({
          tone: 'info',
          title: TITLE,
          detail: 'Another tab has saved changes to this workspace. What you see here is older.',
          action: { title: 'Show the newer version', action: { type: 'take-from-other-tab' } },
        });
      });
    },
    saveOver() {
      withStored((loaded) => {
        core.retract('other tabs');
        if (loaded.kind === 'loaded') {
          points.join(loaded.snapshot.points, loaded.stored.all);
          points.keepOther(loaded.snapshot.workspace.files, 'As another tab had saved it');
        }
        autosave.overwrite(loaded.kind === 'none' ? NOTHING_STORED : loaded.stored);
      });
    },
    take() {
      withStored((loaded) => {
        if (loaded.kind === 'none') tell({ tone: 'warning', title: DELETED, detail: STAYS });
        if (loaded.kind !== 'loaded') return;
        const { snapshot, stored } = loaded;
        const { workspace, activeFile } = snapshot;
        core.commit({
          label: 'Take the version of another tab',
          changes: replacingAll(core.store.get().workspace, workspace.files),
          origin: 'open',
          facts: workspace,
          activeFile,
        });
        core.retract('other tabs');
        points.know(workspace.id, snapshot.points);
        autosave.know(stored);
      });
    },
  };
}
