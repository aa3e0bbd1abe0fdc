import type { TextFile } from '../../text/index.ts';
import type { StoragePort } from '../ports.ts';

/** A pack that is written in this browser, as the list of them tells. */
export interface KeptDraft {
  readonly id: string;
  readonly title: string;
  readonly lessons: number;
  /** Milliseconds since the epoch. */
  readonly usedAt: number;
}

export interface LoadedDraft {
  readonly files: readonly TextFile[];
  /** Changes with each save: by it a tab knows whether another has saved since. */
  readonly stamp: string;
}

/** Packs that are being written, kept apart from workspaces. All reject, with a sentence, where the browser keeps nothing. */
export interface DraftKeeper {
  /** The last used first. */
  list(): Promise<readonly KeptDraft[]>;
  load(id: string): Promise<LoadedDraft | null>;
  /**
   * Saves a draft whose stamp is still `seen` (null: that is new); `over` another tab's as well. Gives its new stamp, or null
   * where another tab has saved it. `leaving`: the page may be gone in a moment.
   */
  save(
    draft: KeptDraft,
    files: readonly TextFile[],
    seen: string | null,
    how?: 'over' | 'leaving',
  ): Promise<string | null>;
  remove(id: string): Promise<void>;
  /** Called with the id when another tab has saved a draft, or removed it. */
  watch(listener: (id: string) => void): () => void;
}

const LIST = 'drafts';
const PREFIX = 'draft:';
const MOST = 100;

export function createDraftKeeper(storage: StoragePort, freshStamp: () => string): DraftKeeper {
  return {
    list: async () => readDrafts(await storage.get(LIST)),
    load: async (id) => readDraft(await storage.get(PREFIX + id)),
    async save(draft, files, seen, how) {
      const key = PREFIX + draft.id;
      const stamp = freshStamp();
      const written = await storage.commit(
        {
          put: new Map([[key, { files, stamp }]]),
          remove: [],
          guard: {
            key,
            accepts: (value) => how === 'over' || (readDraft(value)?.stamp ?? null) === seen,
          },
          update: { key: LIST, change: (value) => withDraft(readDrafts(value), draft) },
        },
        how === 'leaving',
      );
      return written ? stamp : null;
    },
    async remove(id) {
      const key = PREFIX + id;
      await storage.commit({
        put: new Map(),
        remove: [key],
        guard: { key, accepts: () => true },
        update: { key: LIST, change: (value) => readDrafts(value).filter((draft) => draft.id !== id) },
      });
    },
    watch: (listener) =>
      storage.watch?.((key) => key.startsWith(PREFIX) && listener(key.slice(PREFIX.length))) ?? (() => {}),
  };
}

const withDraft = (all: readonly KeptDraft[], draft: KeptDraft): readonly KeptDraft[] =>
  [draft, ...all.filter(({ id }) => id !== draft.id)].slice(0, MOST);

/** The list out of storage; entries that are none are left out. */
export function readDrafts(raw: unknown): readonly KeptDraft[] {
  if (!Array.isArray(raw)) return [];
  return (raw as unknown[]).flatMap((entry) => {
    const { id, title, lessons, usedAt } = asRecord(entry);
    if (typeof id !== 'string' || typeof title !== 'string') return [];
    return {
      id,
      title,
      lessons: typeof lessons === 'number' ? lessons : 0,
      usedAt: typeof usedAt === 'number' ? usedAt : 0,
    };
  });
}

function readDraft(raw: unknown): LoadedDraft | null {
  const { files, stamp } = asRecord(raw);
  if (!Array.isArray(files) || typeof stamp !== 'string') return null;
  const read = (files as unknown[]).flatMap((file): TextFile[] => {
    const { path, text } = asRecord(file);
    return typeof path === 'string' && typeof text === 'string' ? [{ path, text }] : [];
  });
  return { files: read, stamp };
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
