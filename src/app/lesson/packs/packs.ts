import { pageStorage } from '../../../browser/index.ts';
import { readPack, type Lesson, type Pack } from '../../../lessons/index.ts';
import { createPackShelf, type KeptPack, type PackShelf } from '../../../session/index.ts';
import type { TextFile } from '../../../text/index.ts';
import { packStore, type PackSource } from './packStore.ts';

let made: PackShelf | undefined;
/** Opened while this page is: also where the browser keeps nothing. */
const held = new Map<string, { readonly kept: KeptPack; readonly files: readonly TextFile[] }>();

function shelf(): PackShelf {
  if (!made) {
    made = createPackShelf(pageStorage());
    made.watch(() => void loadPacks());
  }
  return made;
}

/** Reads which packs there are. Where the browser does not tell, those that were opened since the page was. */
export async function loadPacks(): Promise<readonly KeptPack[]> {
  const listed = await shelf()
    .list()
    .catch((): readonly KeptPack[] => []);
  const known = new Set(listed.map(({ id }) => id));
  const only = [...held.values()].map(({ kept }) => kept).filter(({ id }) => !known.has(id));
  const packs = [...only, ...listed];
  packStore.set({ packs });
  return packs;
}

/** The files of a pack, as they were last opened in any tab. */
export async function filesOfPack(id: string): Promise<readonly TextFile[] | undefined> {
  const files = await shelf()
    .read(id)
    .catch(() => undefined);
  return files ?? held.get(id)?.files;
}

/** Keeps a pack. Returns why it is there until the page is closed and no longer, in words; null where it is kept. */
export async function putPack(pack: Pack, { name, address, files }: PackSource): Promise<string | null> {
  const lessons = pack.lessons.map(({ id, title, minutes, summary }) => ({ id, title, minutes, summary }));
  const kept: KeptPack = { id: pack.id, title: pack.title, name, address, lessons };
  held.set(pack.id, { kept, files });
  const unkept = await shelf()
    .keep(kept, files)
    .then(
      () => null,
      (error: Error) => error.message,
    );
  await loadPacks();
  packStore.set(({ edition }) => ({ edition: edition + 1 }));
  return unkept;
}

/** Takes a pack away; progress in its lessons is kept. Rejects, in words. */
export async function removePack(id: string): Promise<void> {
  held.delete(id);
  await shelf().remove(id);
  await loadPacks();
}

/** What a lesson of a pack is known by among all lessons of this browser. */
export const lessonKey = (pack: string, lesson: string): string => `${pack}/${lesson}`;

/** The pack and the lesson that a key means; null for a lesson of the built-in course. */
export function partsOfKey(key: string): { readonly pack: string; readonly lesson: string } | null {
  const at = key.indexOf('/');
  return at < 0 ? null : { pack: key.slice(0, at), lesson: key.slice(at + 1) };
}

/** A lesson of a pack, under its key. Rejects, in words. */
export async function lessonOfPack(key: string): Promise<Lesson> {
  const { pack, lesson } = partsOfKey(key) ?? { pack: '', lesson: key };
  const [files, packs] = await Promise.all([filesOfPack(pack), loadPacks()]);
  const kept = packs.find(({ id }) => id === pack);
  if (!files || !kept)
    throw new Error(
      'The pack that this lesson belongs to is not here any more. Open it again: your progress is kept.',
    );
  const found = readPack(files, kept.title).pack.lessons.find(({ id }) => id === lesson);
  if (!found)
    throw new Error(
      `“${kept.title}” has no lesson “${lesson}” any more. Choose one from the list of lessons.`,
    );
  return { ...found, id: key };
}
