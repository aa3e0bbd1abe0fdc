import type { ClockPort, StoragePort } from './ports.ts';
import { planSave, type StoredState } from './stored.ts';
import type { SaveState, Workspace } from './types.ts';

/** Long enough that a burst of typing is one save, short enough that a crash costs nothing worth telling. */
const DELAY = 300;
const RETRIES = [2_000, 5_000, 15_000];
const LONGEST_WAIT = 60_000;

export interface Autosave {
  /** There is something new to save. */
  touch(): void;
  /** Writes at once what is not yet written, without waiting for an answer: the page may go away. */
  leave(): void;
  /** What this tab now knows of the storage, after it has loaded from it. Ends a conflict. */
  know(stored: StoredState): void;
  /** Saves over what another tab has written. */
  overwrite(stored: StoredState): void;
  /** True while something is not yet saved. */
  pending(): boolean;
  settled(): Promise<void>;
  dispose(): void;
}

export interface AutosaveOptions {
  readonly storage: StoragePort;
  readonly clock: ClockPort;
  readonly stored: StoredState;
  readonly unique: () => string;
  readonly snapshot: () => { workspace: Workspace; activeFile: string | null };
  readonly onState: (state: SaveState) => void;
  /** Another tab has saved since this one last did; nothing is saved here until `know` or `overwrite`. */
  readonly onConflict: () => void;
}

/** Saves some time after the last change, one save at a time, and tries again when one fails. */
export function createAutosave(options: AutosaveOptions): Autosave {
  const { storage, clock, unique, snapshot, onState, onConflict } = options;
  let { stored } = options;
  let dirty = false;
  let conflict = false;
  let disposed = false;
  let failures = 0;
  let running: Promise<void> | null = null;
  let cancelTimer = () => {};

  const schedule = (delay: number) => {
    cancelTimer();
    cancelTimer = clock.after(delay, () => void run());
  };

  const run = async (): Promise<void> => {
    cancelTimer();
    if (running || !dirty || conflict || disposed) return;
    dirty = false;
    onState({ kind: 'saving' });
    running = save();
    await running;
    running = null;
    if (dirty && !conflict) schedule(failures === 0 ? DELAY : (RETRIES[failures - 1] ?? LONGEST_WAIT));
  };

  const save = async () => {
    const base = stored;
    const { workspace, activeFile } = snapshot();
    const plan = planSave(workspace, activeFile, base, unique);
    try {
      const written = await storage.commit(plan.commit);
      if (stored !== base) return; // `leave` has written something newer meanwhile
      if (written) {
        stored = plan.stored;
        failures = 0;
        onState({ kind: dirty ? 'unsaved' : 'saved' });
      } else {
        dirty = true;
        conflict = true;
        onConflict();
      }
    } catch (error) {
      dirty = true;
      failures++;
      onState({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };

  const canGoOn = () => running !== null || (dirty && !conflict && failures === 0 && !disposed);

  return {
    touch() {
      dirty = true;
      if (conflict) return;
      if (failures === 0) onState({ kind: 'unsaved' });
      if (!running) schedule(DELAY);
    },
    leave() {
      if (!dirty || conflict) return;
      const { workspace, activeFile } = snapshot();
      const plan = planSave(workspace, activeFile, stored, unique);
      // The guard is not asked any more (see `StoragePort.commit`), so what is known moves on at once.
      stored = plan.stored;
      dirty = false;
      cancelTimer();
      storage.commit(plan.commit, true).then(
        () => onState({ kind: dirty ? 'unsaved' : 'saved' }),
        () => {
          // The page may still be there (it was only hidden): then the usual way tells what is wrong.
          dirty = true;
          schedule(DELAY);
        },
      );
    },
    know(state) {
      stored = state;
      dirty = false;
      conflict = false;
      onState({ kind: 'saved' });
    },
    overwrite(state) {
      stored = state;
      dirty = true;
      conflict = false;
      schedule(0);
    },
    pending: () => dirty || running !== null,
    async settled() {
      while (canGoOn()) await (running ?? run());
    },
    dispose() {
      disposed = true;
      cancelTimer();
    },
  };
}
