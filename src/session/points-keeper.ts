import type { TextFile } from '../text/index.ts';
import type { Core, EditedStep } from './core.ts';
import type { ClockPort, StoragePort } from './ports.ts';
import { addPoint, EVERY, joinPoints, sameFiles, type KeyOf } from './restore-points.ts';
import type { RestorePoint, Workspace } from './types.ts';

/** The restore points of the open workspace, and those of the workspaces that were open before. */
export interface PointsKeeper {
  /** A change was made: notes how things were before, where that is worth it. */
  edited(before: Workspace, step: EditedStep): void;
  /** Another workspace is open now. Gives the points of the one before. */
  moved(from: string): readonly RestorePoint[];
  /** The points that came with a workspace that is loaded, or about to be opened. */
  know(workspace: string, points: readonly RestorePoint[]): void;
  /** Notes how things are now. False where it does not fit. */
  keep(why: string, name: string | null): boolean;
  /** Notes other files than those of the workspace: a version that is about to be overwritten. */
  keepOther(files: readonly TextFile[], why: string): void;
  /** The points that another tab has made of this workspace come to those of this one; `stored` are the texts that are there. */
  join(theirs: readonly RestorePoint[], stored: ReadonlySet<string>): void;
  forget(id: string): boolean;
  /** A point's files. Rejects in words when there is none, or a text is gone. */
  read(id: string): Promise<readonly TextFile[]>;
}

export interface PointsKeeperOptions {
  readonly core: Core;
  readonly storage: StoragePort;
  readonly clock: ClockPort;
  readonly unique: () => string;
  readonly keyOf: KeyOf;
}

export function createPointsKeeper(options: PointsKeeperOptions): PointsKeeper {
  const { storage, clock, unique, keyOf } = options;
  const { store } = options.core;
  const parked = new Map<string, readonly RestorePoint[]>();
  let since = clock.now();

  const add = (files: readonly TextFile[], why: string, name: string | null): boolean => {
    since = clock.now();
    if (files.length === 0) return name === null;
    const point: RestorePoint = { id: unique(), at: clock.now(), name, why, files };
    const restorePoints = addPoint(store.get().restorePoints, point, keyOf);
    if (!restorePoints) return false;
    store.set({ restorePoints });
    return true;
  };

  return {
    edited(before, { label, big }) {
      if (big) add(before.files, `Before “${label ?? ''}”`, null);
      else if (clock.now() - since >= EVERY && !sameFiles(before.files, store.get().workspace.files)) {
        add(before.files, 'While you worked', null);
      }
    },
    moved(from) {
      const { restorePoints, workspace } = store.get();
      parked.set(from, restorePoints);
      store.set({ restorePoints: parked.get(workspace.id) ?? [] });
      parked.delete(workspace.id);
      since = clock.now();
      return restorePoints;
    },
    know(workspace, points) {
      if (store.get().workspace.id === workspace) store.set({ restorePoints: points });
      else parked.set(workspace, points);
    },
    keep: (why, name) => add(store.get().workspace.files, why, name),
    keepOther(files, why) {
      if (!sameFiles(files, store.get().workspace.files)) add(files, why, null);
    },
    join(theirs, stored) {
      store.set({ restorePoints: joinPoints(store.get().restorePoints, theirs, stored, keyOf) });
    },
    forget(id) {
      const { restorePoints } = store.get();
      const left = restorePoints.filter((point) => point.id !== id);
      store.set({ restorePoints: left });
      return left.length < restorePoints.length;
    },
    async read(id) {
      const point = store.get().restorePoints.find((candidate) => candidate.id === id);
      if (!point) throw new Error('This restore point is not there any more.');
      return Promise.all(
        point.files.map(async ({ path, text }) => {
          const found = typeof text === 'string' ? text : await storage.get(text.key);
          if (typeof found !== 'string') {
            throw new Error(
              `The text of ${path} is missing in the browser’s storage. The workspace stays as it is.`,
            );
          }
          return { path, text: found };
        }),
      );
    },
  };
}
