import { createStore, del, get, promisifyRequest, set, type UseStore } from 'idb-keyval';
import type { StorageCommit, StoragePort } from '../session/index.ts';
import { forgetLeaving, isOverdue, keepLeaving, keptLeaving, leftBehind, leftUnder } from './leaving.ts';

const DATABASE = 'meshwright';
const CHANNEL = 'meshwright-storage';

let shared: StoragePort | undefined;

/** The storage of this page, for whoever keeps something in it. */
export const pageStorage = (): StoragePort => (shared ??= createStoragePort());

/** IndexedDB, one store of keys and values; other tabs hear of each commit over a BroadcastChannel. */
function createStoragePort(): StoragePort {
  // Made on first use: where storage is blocked even opening throws, and the page must start all the same.
  let store: UseStore | undefined;
  const open = (): UseStore => (store ??= createStore(DATABASE, 'work'));
  // Before anything is read or written, what a page kept while it went away is put where it belongs.
  let recovered: Promise<void> | undefined;
  const recover = () =>
    (recovered ??= bringBack(open()).catch((error: unknown) => {
      recovered = undefined;
      throw error;
    }));
  /** Where it cannot be put there, since the storage is full, it is read from where it is. */
  const read = async (key: string): Promise<unknown> => {
    try {
      await recover();
    } catch (error) {
      const kept = leftUnder(key);
      if (kept !== undefined) return kept;
      if (!isFull(error)) throw error;
    }
    return get(key, open());
  };
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
  return {
    get: (key) => inWords(() => read(key)),
    set: (key, value) => inWords(() => set(key, value, open())),
    delete: (key) => inWords(() => del(key, open())),
    async commit(commit, leaving = false) {
      const { key } = commit.guard;
      const whole = leaving ? keepLeaving(commit) : commit;
      const seen = keptLeaving(key);
      const written = await inWords(async () => {
        // Not while the page goes away: nothing may stand between it and the write.
        if (!leaving) await recover();
        return write(open(), whole, leaving);
      });
      if (written) forgetLeaving(key, seen);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel of our own origin, not a window
      if (written) channel?.postMessage(key);
      return written;
    },
    watch(listener) {
      const hear = ({ data }: MessageEvent<unknown>) => listener(typeof data === 'string' ? data : '');
      channel?.addEventListener('message', hear);
      return () => channel?.removeEventListener('message', hear);
    },
  };
}

async function bringBack(store: UseStore): Promise<void> {
  for (const [workspace, kept] of leftBehind()) {
    const { put, remove } = kept;
    await store('readwrite', async (objects) => {
      if (kept.unless && isOverdue(kept, await promisifyRequest(objects.get(workspace)))) return;
      for (const [key, value] of put) objects.put(value, key);
      for (const key of remove) objects.delete(key);
      return promisifyRequest(objects.transaction);
    });
    forgetLeaving(workspace, keptLeaving(workspace));
  }
}

/** One transaction: the guard is asked inside it, so no other tab can write in between. */
function write(
  store: UseStore,
  { put, remove, guard, update }: StorageCommit,
  leaving: boolean,
): Promise<boolean> {
  return store('readwrite', async (objects) => {
    if (!leaving) {
      const current: unknown = await promisifyRequest(objects.get(guard.key));
      if (!guard.accepts(current)) return false;
    }
    try {
      for (const [key, value] of put) objects.put(value, key);
      for (const key of remove) objects.delete(key);
      if (update && !leaving) {
        const current: unknown = await promisifyRequest(objects.get(update.key));
        objects.put(update.change(current), update.key);
      }
    } catch (error) {
      // Where the browser has ended it (the disk is full), what was asked for after that says only that it is over.
      const why = objects.transaction.error ?? error;
      // Otherwise it would keep what was asked for until then: half of a save.
      abort(objects.transaction);
      throw why;
    }
    const done = promisifyRequest(objects.transaction);
    // Without this the browser waits for the page to hear of each request, and a page that goes away never does.
    if (leaving) objects.transaction.commit();
    await done;
    return true;
  });
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}

const isFull = (error: unknown): boolean => error instanceof Error && error.name === 'QuotaExceededError';

/** What went wrong, and what to do, in words. */
async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw new Error(SENTENCES[name] ?? UNKNOWN, { cause: error });
  }
}

const BLOCKED =
  'This browser does not let the page store anything (a private window, or storage is blocked for this site). ' +
  'Download your files before you close the tab.';
const UNKNOWN = 'The browser could not store the work. Download your files before you close the tab.';
const SENTENCES: Readonly<Record<string, string>> = {
  QuotaExceededError:
    "The browser's storage for this site is full. Download your files, then remove what you do not need or free some disk space.",
  SecurityError: BLOCKED,
  InvalidStateError: BLOCKED,
  ReferenceError: BLOCKED,
  TypeError: BLOCKED,
};
