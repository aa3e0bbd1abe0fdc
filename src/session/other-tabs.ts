import { replacingAll } from './act-on-files.ts';
import type { Autosave } from './autosave.ts';
import type { Core } from './core.ts';
import type { StoragePort } from './ports.ts';
import { loadStored, manifestKey, NOTHING_STORED, type Loaded } from './stored.ts';
import type { PointsKeeper } from './points-keeper.ts';

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
  'Another tab has saved other changes to this workspace. Saving here has stopped, so that nothing is overwritten.';

const DELETED = 'Deleted in another tab';
const STAYS = 'Another tab has deleted this workspace. What you see is kept again as soon as you change it.';

export function createOtherTabs(
  core: Core,
  autosave: Autosave,
  points: PointsKeeper,
  storage: StoragePort,
): OtherTabs {
  const withStored = (then: (loaded: Loaded) => void) => {
    loadStored(storage, core.store.get().workspace.id).then(then, (error: Error) => {
      core.notify({ tone: 'error', title: 'The stored work could not be read', detail: error.message });
    });
  };
  return {
    conflict() {
      core.store.set({ save: { kind: 'failed', message: STOPPED } });
      core.retract('other tabs');
      core.notify({
        tone: 'warning',
        about: 'other tabs',
        title: TITLE,
        detail: `${STOPPED} Keep what is here, or reload the page for the other version.`,
        action: { title: 'Keep what is here', action: { type: 'save-over-other-tab' } },
      });
    },
    heard(key) {
      if (key !== manifestKey(core.store.get().workspace.id)) return;
      // With changes of its own this tab will find out when it saves, and then offer to keep them.
      if (autosave.pending() || !core.store.get().ready) return;
      core.retract('other tabs');
      core.notify({
        tone: 'info',
        about: 'other tabs',
        title: TITLE,
        detail: 'Another tab has saved changes to this workspace. What you see here is older.',
        action: { title: 'Show the newer version', action: { type: 'take-from-other-tab' } },
      });
    },
    saveOver() {
      withStored((loaded) => {
        core.retract('other tabs');
        autosave.overwrite(loaded.kind === 'none' ? NOTHING_STORED : loaded.stored);
      });
    },
    take() {
      withStored((loaded) => {
        if (loaded.kind === 'none') {
          core.retract('other tabs');
          core.notify({ about: 'other tabs', tone: 'warning', title: DELETED, detail: STAYS });
        }
        if (loaded.kind !== 'loaded' || loaded.snapshot.workspace.id !== core.store.get().workspace.id)
          return;
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
