import { unzipFiles } from '../../exchange/index.ts';
import { addLessons, freeLessonPath, isOfPack, LIMITS, PACK_FILE } from '../../lessons/index.ts';
import { decodeFile, type OpenedFile } from '../../session/index.ts';
import type { TextFile } from '../../text/index.ts';
import { author, change, newDraft } from './author.ts';

const MARKDOWN = /\.(md|markdown)$/i;

/**
 * Takes files in: Markdown alone becomes lessons of the open pack; an archive, a folder or what has states beside its lessons
 * becomes a pack of its own. Returns what was done, as a sentence; rejects, in words.
 */
export async function importFiles(opened: readonly OpenedFile[]): Promise<string> {
  const archives = opened.filter(({ path }) => /\.zip$/i.test(path));
  const texts = opened.filter((file) => !archives.includes(file) && isOfPack(file.path)).map(textOf);
  const isWhole = archives.length > 0 || texts.some(({ path }) => !MARKDOWN.test(path) || path.includes('/'));
  if (!isWhole) return addMarkdown(texts);
  const files = [...texts, ...archives.flatMap(unpacked)];
  const size = files.reduce((sum, { text }) => sum + text.length, 0);
  if (!files.some(({ path }) => MARKDOWN.test(path)))
    throw new Error('There is no lesson in there: a pack has at least one Markdown file.');
  if (files.length > LIMITS.packFiles || size > LIMITS.packCharacters)
    throw new Error(
      `A pack of lessons holds at most ${LIMITS.packFiles} files and ${LIMITS.packCharacters / 1e6} MB, and this is more. Import a part of it.`,
    );
  await newDraft(fromRoot(files));
  return 'The pack is open. The one before is kept, in the menu of packs.';
}

function addMarkdown(texts: readonly TextFile[]): string {
  if (!texts.length) throw new Error('Only zip archives, folders and Markdown files have lessons.');
  const before = author.get().draft.getState().files;
  const added: TextFile[] = [];
  for (const { path, text } of texts) {
    const taken = [...before, ...added];
    const isFree = !taken.some((file) => file.path === path);
    added.push({ path: isFree ? path : freeLessonPath(taken, path.replace(MARKDOWN, '')), text });
  }
  const words = added.length === 1 ? `“${added[0]?.path}”` : `${added.length} lessons`;
  change(`Import ${words}`, addLessons(before, added), added[0]?.path ?? null);
  return added.length === 1 ? `${words} is a lesson of this pack now.` : `${words} are of this pack now.`;
}

function textOf(file: OpenedFile): TextFile {
  const decoded = decodeFile(file);
  if (!('text' in decoded)) throw new Error(`${file.path} could not be read: ${decoded.refused}`);
  return { path: file.path.replace(/^\/+/, ''), text: decoded.text };
}

function unpacked({ path, content }: OpenedFile): readonly TextFile[] {
  if (typeof content === 'string' || content.length === 0)
    throw new Error(`${path} is too large for a pack of lessons.`);
  const found = unzipFiles(content, {
    files: LIMITS.packFiles,
    bytes: LIMITS.packCharacters,
    wanted: isOfPack,
  });
  if ('refused' in found) throw new Error(`${path}: ${found.refused}`);
  return found.files;
}

/** Paths from the folder that all come out of; two files of one path would be two archives' of the same name. */
function fromRoot(files: readonly TextFile[]): readonly TextFile[] {
  const head = files.find(({ path }) => path === PACK_FILE || path.endsWith(`/${PACK_FILE}`));
  const root = /^[^/]+\//.exec((head ?? files[0])?.path ?? '')?.[0] ?? '';
  const inRoot = root !== '' && files.every(({ path }) => path.startsWith(root));
  const seen = new Map<string, TextFile>();
  for (const file of files) {
    const path = inRoot ? file.path.slice(root.length) : file.path;
    if (!seen.has(path)) seen.set(path, { path, text: file.text });
  }
  return [...seen.values()];
}
