import type { ClockPort, StoragePort } from './ports.ts';
import { removeStored } from './remove-stored.ts';
import { readShelf, SHELF, type Shelf } from './shelf.ts';
import { entryFor, NOTHING_STORED, planSave, type Snapshot, type StoredState } from './stored.ts';
import type { SaveState } from './types.ts';

/** Long enough that a burst of typing is one save, short enough that a crash costs nothing worth telling. */
const DELAY = 300;
const RETRIES = [2_000, 5_000, 15_000];
const LONGEST_WAIT = 60_000;

export interface Autosave {
  /** There is something new to save. */
  touch(): void;
  /** Another workspace is open now. What was not yet saved of the one before is saved all the same, unless it is `worthless`. */
  moved(from: Snapshot, worthless: boolean): void;
  /** Writes at once what is not yet written, without waiting for an answer: the page may go away. */
  leave(): void;
  /** What this tab now knows of how the open workspace is stored, after it has loaded it. Ends a conflict. */
  know(stored: StoredState): void;
  /** Saves over what another tab has written. */
  overwrite(stored: StoredState): void;
  /** Tries at once to save what waits. */
  retry(): void;
  /** The open workspace becomes the last used one in the list, though nothing of it is to be saved. */
  visit(): void;
  /** This workspace was taken away: nothing of it that waits is saved. */
  forget(id: string): void;
  /** What of a workspace that is not open still waits to be saved. */
  held(id: string): Snapshot | undefined;
  /** Where a text of the open workspace is stored. */
  keyOf(text: string): string | undefined;
  /** True while something is not yet saved. */
  pending(): boolean;
  settled(): Promise<void>;
  dispose(): void;
}

export interface AutosaveOptions {
  readonly storage: StoragePort;
  readonly clock: ClockPort;
  readonly unique: () => string;
  readonly snapshot: () => Snapshot;
  /** The list of workspaces as this tab last heard of it. */
  readonly shelf: () => Shelf;
  readonly onState: (state: SaveState) => void;
  /** The list has changed by a save of this tab. */
  readonly onShelf: (shelf: Shelf) => void;
  /**
   * Another tab has saved since this one last did. Until `know` or `overwrite` what is done here is kept as a workspace
   * beside it, so that neither overwrites the other.
   */
  readonly onConflict: () => void;
}

/** Saves some time after the last change, one save at a time, and tries again when one fails. */
export function createAutosave(options: AutosaveOptions): Autosave {
  const { storage, clock, unique, snapshot, onState, onConflict } = options;
  /** What the next save builds on. It runs ahead of `sure` while the page goes away. */
  const known = new Map<string, StoredState>();
  /** How things surely are in the storage. */
  const sure = new Map<string, StoredState>();
  /** Workspaces that are not open any more and still wait: to be saved, or (null) to be removed. */
  const left = new Map<string, Snapshot | null>();
  let dirty = false;
  let conflict = false;
  /** During a conflict: the id under which this tab's version is kept, and whether that has yet to be written. */
  let aside: { readonly id: string; dirty: boolean } | null = null;
  let disposed = false;
  let failures = 0;
  let running: Promise<void> | null = null;
  let cancelTimer = () => {};

  const openId = () => snapshot().workspace.id;
  const learn = (id: string, state: StoredState) => {
    known.set(id, state);
    sure.set(id, state);
  };
  const unlearn = (id: string) => {
    known.delete(id);
    sure.delete(id);
  };
  const knownOf = (id: string) => known.get(id) ?? NOTHING_STORED;
  const waits = () => left.size > 0 || (conflict ? aside?.dirty === true : dirty);

  const schedule = (delay: number) => {
    cancelTimer();
    cancelTimer = clock.after(delay, () => void run());
  };

  const run = async (): Promise<void> => {
    cancelTimer();
    if (running || !waits() || disposed) return;
    running = saveAll();
    await running;
    running = null;
    if (waits()) schedule(failures === 0 ? DELAY : (RETRIES[failures - 1] ?? LONGEST_WAIT));
  };

  const saveAll = async () => {
    for (const [id, waiting] of left) {
      left.delete(id);
      try {
        if (waiting) await saveLeft(waiting);
        else await remove(id);
      } catch (error) {
        if (id !== openId() && !left.has(id)) left.set(id, waiting);
        return fail(error);
      }
    }
    if (conflict) return saveAside();
    if (!dirty) return;
    dirty = false;
    onState({ kind: 'saving' });
    await saveOpen(snapshot());
  };

  const saveOpen = async (taken: Snapshot) => {
    const { id } = taken.workspace;
    /** What was taken is not written: it waits again, wherever the person is by now. */
    const again = () => {
      if (id === openId()) dirty = true;
      else if (!left.has(id)) left.set(id, taken);
    };
    try {
      const outcome = await write(taken, true);
      if (outcome === 'overtaken') return;
      if (outcome === 'written') {
        failures = 0;
        onState({ kind: dirty ? 'unsaved' : 'saved' });
        return;
      }
      again();
      if (id !== openId()) return;
      conflict = true;
      aside = { id: unique(), dirty: true };
      onConflict();
    } catch (error) {
      again();
      fail(error);
    }
  };

  const saveAside = async () => {
    const kept = aside;
    if (!kept?.dirty) return;
    kept.dirty = false;
    try {
      await write(besides(snapshot(), kept.id), false);
      failures = 0;
    } catch (error) {
      kept.dirty = true;
      fail(error);
    }
  };

  /** The conflict is over: what this tab has now is kept in the workspace itself, or given up. */
  const endConflict = () => {
    conflict = false;
    if (aside) left.set(aside.id, null);
    aside = null;
  };

  /** Saves what a person has gone away from. If another tab has saved it meanwhile, both versions are kept. */
  const saveLeft = async (taken: Snapshot) => {
    if ((await write(taken, false)) !== 'refused') return;
    await write(besides(taken, unique()), false);
  };

  const write = async (taken: Snapshot, current: boolean) => {
    const { id } = taken.workspace;
    const base = known.get(id);
    const plan = planSave(taken, base ?? NOTHING_STORED, unique, clock.now(), current);
    const written = await storage.commit(listening(plan.commit));
    if (written) sure.set(id, plan.stored);
    if (known.get(id) !== base) return 'overtaken'; // `leave` has written something newer meanwhile
    if (!written) return 'refused';
    known.set(id, plan.stored);
    return 'written';
  };

  const remove = async (id: string) => {
    const { stamp } = knownOf(id);
    if (stamp === null) return;
    const shelf = await removeStored(storage, id, stamp);
    unlearn(id);
    if (shelf) options.onShelf(shelf);
  };

  /** The commit, telling what the list became. */
  const listening = (commit: ReturnType<typeof planSave>['commit']): typeof commit => {
    const { update } = commit;
    if (!update) return commit;
    return {
      ...commit,
      update: {
        key: update.key,
        change(value) {
          const changed = update.change(value) as Shelf;
          options.onShelf(changed);
          return changed;
        },
      },
    };
  };

  const fail = (error: unknown) => {
    failures++;
    onState({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  };

  /** Writes without waiting; the guard is not asked any more (see `StoragePort.commit`), so what is known moves on at once. */
  const writeAtOnce = (taken: Snapshot, current: boolean): Promise<unknown> => {
    const { id } = taken.workspace;
    const { commit, stored } = planSave(taken, knownOf(id), unique, clock.now(), current);
    known.set(id, stored);
    const shelf = options.shelf();
    const listed = shelf.kept.some((entry) => entry.id === id) && (!current || shelf.current === id);
    const put = new Map(commit.put);
    if (!listed && commit.update) put.set(SHELF, commit.update.change(shelf));
    return storage.commit({ ...commit, put }, true).then(
      () => sure.set(id, stored),
      (error: unknown) => {
        // Nothing of it arrived: the next save must hold all of it again.
        const last = sure.get(id);
        if (last) known.set(id, last);
        else known.delete(id);
        throw error;
      },
    );
  };

  const canGoOn = () => running !== null || (waits() && failures === 0 && !disposed);

  return {
    touch() {
      dirty = true;
      if (aside) aside.dirty = true;
      if (!conflict && failures === 0) onState({ kind: 'unsaved' });
      if (!running) schedule(DELAY);
    },
    moved(from, worthless) {
      left.delete(openId());
      if (worthless) left.set(from.workspace.id, null);
      else if (dirty) left.set(from.workspace.id, from);
      dirty = false;
      endConflict();
      if (waits() && !running) schedule(DELAY);
    },
    leave() {
      const before = [...left].flatMap(([, waiting]) => (waiting ? [waiting] : []));
      // A save under way may be given up with the page: what it writes is written once more.
      const mine = (dirty || running !== null) && !conflict ? snapshot() : null;
      if (aside && (aside.dirty || running !== null)) {
        before.push(besides(snapshot(), aside.id));
        aside.dirty = false;
      }
      if (!mine && before.length === 0) return;
      const writes = before.map((waiting) => writeAtOnce(waiting, false));
      left.clear();
      if (mine) {
        writes.push(writeAtOnce(mine, true));
        dirty = false;
      }
      cancelTimer();
      Promise.all(writes).then(
        () => {
          if (!conflict) onState({ kind: dirty ? 'unsaved' : 'saved' });
        },
        () => {
          // The page may still be there (it was only hidden): then the usual way tells what is wrong.
          for (const waiting of before) left.set(waiting.workspace.id, waiting);
          dirty ||= mine !== null;
          schedule(DELAY);
        },
      );
    },
    know(state) {
      learn(openId(), state);
      dirty = false;
      endConflict();
      if (waits() && !running) schedule(DELAY);
      onState({ kind: 'saved' });
    },
    overwrite(state) {
      learn(openId(), state);
      dirty = true;
      endConflict();
      schedule(0);
    },
    retry() {
      if (!running) schedule(0);
    },
    visit() {
      const entry = entryFor(snapshot().workspace, clock.now());
      const change = (raw: unknown) => {
        const { kept } = readShelf(raw) ?? options.shelf();
        return { current: entry.id, kept: [entry, ...kept.filter(({ id }) => id !== entry.id)] };
      };
      const commit = { put: new Map(), remove: [], guard: { key: SHELF, accepts: () => true } };
      // Only the order of a list: not worth a word if it fails.
      storage.commit(listening({ ...commit, update: { key: SHELF, change } })).catch(() => {});
    },
    forget(id) {
      left.delete(id);
      unlearn(id);
    },
    held: (id) => left.get(id) ?? undefined,
    keyOf: (text) => knownOf(openId()).keys.get(text),
    pending: () => dirty || left.size > 0 || running !== null,
    async settled() {
      while (canGoOn()) await (running ?? run());
    },
    dispose() {
      disposed = true;
      cancelTimer();
    },
  };
}

/** A version of a workspace as one of its own. */
function besides(taken: Snapshot, id: string): Snapshot {
  const { workspace } = taken;
  return {
    ...taken,
    workspace: { ...workspace, id, name: `${workspace.name} (from another tab)` },
    points: [],
  };
}
