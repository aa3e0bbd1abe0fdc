import type { LessonTitle } from '../lessons/index.ts';
import type { TextFile } from '../text/index.ts';
import type { StoragePort } from './ports.ts';

/** A pack of lessons that was opened in this browser, as a list of them tells. */
export interface KeptPack {
  readonly id: string;
  readonly title: string;
  /** The file or folder that it came from. */
  readonly name: string;
  /** Where it lies beside the page; null where it was handed in as a file. */
  readonly address: string | null;
  readonly lessons: readonly LessonTitle[];
}

/** The packs that are kept in this browser. All tabs share them. Its promises reject, in words. */
export interface PackShelf {
  /** The last opened first. */
  list(): Promise<readonly KeptPack[]>;
  /** The files of one; undefined where it is not kept. */
  read(id: string): Promise<readonly TextFile[] | undefined>;
  /** Keeps a pack, in the place of what was known by its id. */
  keep(pack: KeptPack, files: readonly TextFile[]): Promise<void>;
  remove(id: string): Promise<void>;
  /** Calls back when another tab has changed the list; returns the way to stop. */
  watch(listener: () => void): () => void;
}

/** The key of the list. The files of each stand under a key of their own. */
const PACKS = 'packs';
const filesKey = (id: string): string => `pack ${id}`;

/** Of a few megabytes each at most, so that lessons never crowd out the work. */
const MOST = 20;

export function createPackShelf(storage: StoragePort): PackShelf {
  const list = async (): Promise<readonly KeptPack[]> => readPacks(await storage.get(PACKS));
  const commit = async (
    put: ReadonlyMap<string, unknown>,
    remove: readonly string[],
    change: (packs: readonly KeptPack[]) => readonly KeptPack[],
  ): Promise<void> => {
    await storage.commit({
      put,
      remove,
      guard: { key: PACKS, accepts: () => true },
      update: { key: PACKS, change: (raw) => change(readPacks(raw)) },
    });
  };
  return {
    list,
    async read(id) {
      const raw = await storage.get(filesKey(id));
      return Array.isArray(raw) ? (raw as unknown[]).filter(isFile) : undefined;
    },
    async keep(pack, files) {
      const others = (await list()).filter(({ id }) => id !== pack.id);
      if (others.length >= MOST)
        throw new Error(
          `${MOST} packs of lessons are kept already. Remove one that you do not need in the list of lessons, then open this one again.`,
        );
      const texts = files.map(({ path, text }) => ({ path, text }));
      await commit(new Map([[filesKey(pack.id), texts]]), [], (packs) => [
        pack,
        ...packs.filter(({ id }) => id !== pack.id),
      ]);
    },
    remove: (id) => commit(new Map(), [filesKey(id)], (packs) => packs.filter((pack) => pack.id !== id)),
    watch: (listener) =>
      storage.watch?.((key) => {
        if (key === PACKS) listener();
      }) ?? (() => {}),
  };
}

/** The list out of storage; entries that are none are left out. */
export function readPacks(raw: unknown): readonly KeptPack[] {
  if (!Array.isArray(raw)) return [];
  return (raw as unknown[]).flatMap((entry) => {
    if (!isRecord(entry) || !Array.isArray(entry['lessons'])) return [];
    const { id, title, name, address } = entry;
    if (typeof id !== 'string' || typeof title !== 'string' || typeof name !== 'string') return [];
    const lessons = (entry['lessons'] as unknown[]).filter(isTitle);
    return { id, title, name, address: typeof address === 'string' ? address : null, lessons };
  });
}

const isFile = (value: unknown): value is TextFile =>
  isRecord(value) && typeof value['path'] === 'string' && typeof value['text'] === 'string';

const isTitle = (value: unknown): value is LessonTitle =>
  isRecord(value) &&
  ['id', 'title', 'summary'].every((key) => typeof value[key] === 'string') &&
  typeof value['minutes'] === 'number';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
