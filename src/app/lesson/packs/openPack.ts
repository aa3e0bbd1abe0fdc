import { fetchBeside } from '../../../browser/index.ts';
import { comparePacks, LIMITS, readPack, type Pack, type ReadPack } from '../../../lessons/index.ts';
import { decodeFile } from '../../../session/index.ts';
import { unzipPack } from './unzipPack.ts';
import { filesOfPack, loadPacks, putPack } from './packs.ts';
import { packStore, type PackSource } from './packStore.ts';

/**
 * Opens a pack out of its files and keeps it; one that is known already is replaced, and what changed is told. Null where it
 * has mistakes: then `trouble` says which, and what was kept of it before stays. Rejects, in words, where it is too large.
 */
export async function openPack(source: PackSource): Promise<Pack | null> {
  const { files } = source;
  const size = files.reduce((sum, { text }) => sum + text.length, 0);
  if (files.length > LIMITS.packFiles || size > LIMITS.packCharacters)
    throw new Error(
      `A pack of lessons holds at most ${LIMITS.packFiles} files and ${LIMITS.packCharacters / 1e6} MB. Make several of ${source.name}.`,
    );
  const read = readPack(files, titleOf(source.name));
  if (read.objections.length > 0) {
    packStore.set({ trouble: troubleOf(source, read) });
    return null;
  }
  const { pack, changes } = await beside(read.pack);
  const unkept = await putPack(pack, source);
  packStore.set({ told: { id: pack.id, changes, unkept }, trouble: null });
  return pack;
}

/** Fetches a pack that lies beside the page, and opens it. Rejects, in words. */
export async function openAddress(address: string): Promise<Pack | null> {
  const bytes = await fetchBeside(address, LIMITS.packCharacters);
  return openPack({ name: nameOf(address), address, files: filesIn(nameOf(address), bytes) });
}

/** The files of an archive, or the one Markdown file. Throws, in words. */
function filesIn(name: string, bytes: Uint8Array): PackSource['files'] {
  if (!/\.(md|markdown)$/i.test(name)) return unzipPack(bytes);
  const decoded = decodeFile({ path: name, content: bytes });
  if ('refused' in decoded) throw new Error(`${name}: ${decoded.refused}`);
  return [{ path: name, text: decoded.text }];
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const titleOf = (name: string): string => nameOf(name).replace(/( \(\d+\))?\.(zip|md|markdown)$/i, '');

/** The pack under its own id, or another where that is some other pack's: one that shares no lesson with it is no newer one. */
async function beside(pack: Pack) {
  const packs = await loadPacks();
  for (let n = 1; ; n++) {
    const id = n === 1 ? pack.id : `${pack.id}-${n}`;
    const kept = packs.find((one) => one.id === id);
    if (!kept) return { pack: { ...pack, id }, changes: null };
    const theirs = new Set(kept.lessons.map((lesson) => lesson.id));
    if (theirs.size > 0 && !pack.lessons.some((lesson) => theirs.has(lesson.id))) continue;
    const before = readPack((await filesOfPack(id)) ?? [], kept.title).pack;
    return { pack: { ...pack, id }, changes: comparePacks(before, pack) };
  }
}

function troubleOf(source: PackSource, { pack, objections }: ReadPack) {
  const bad = new Set(objections.map(({ file }) => file));
  const files = source.files.filter(({ path }) => !bad.has(path));
  const rest = readPack(files, pack.title);
  const good = rest.objections.length === 0 ? rest.pack.lessons.length : 0;
  return {
    title: pack.title,
    objections,
    rest: good > 0 ? { ...source, files } : null,
    lessons: good,
  };
}
