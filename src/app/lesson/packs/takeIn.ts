import { unzipFiles } from '../../../exchange/index.ts';
import { isOfPack, looksLikePack } from '../../../lessons/index.ts';
import { decodeFile, MAX_FILE_BYTES, type OpenedFile } from '../../../session/index.ts';
import type { TextFile } from '../../../text/index.ts';
import { panes } from '../../commands/panes.ts';
import { openPack } from './openPack.ts';
import type { PackSource } from './packStore.ts';

const ZIP = /\.zip$/i;
const MARKDOWN = /\.(md|markdown)$/i;
const CONFIG = /\.(ya?ml|json)$/i;
/** What the archive of a workspace may hold; that of a pack is held to a pack's own limits. */
const ROOM = { files: 5_000, bytes: 2 * MAX_FILE_BYTES };

/** What is left for the workspace of files that came in. */
export interface Taken {
  readonly files: readonly OpenedFile[];
  /** What a workspace of them is called, where it is known. */
  readonly name?: string;
  /** A pack of lessons was among them, and is open. */
  readonly pack: boolean;
}

/**
 * Looks into what came in: archives are unpacked, packs of lessons opened and shown, and what else there is goes on to the
 * workspace. Rejects, in words.
 */
export async function takeIn(files: readonly OpenedFile[]): Promise<Taken> {
  const left: OpenedFile[] = [];
  const sources: PackSource[] = [];
  const loose = files.filter(({ path }) => !ZIP.test(path));
  let name: string | undefined;
  for (const file of files.filter(({ path }) => ZIP.test(path))) {
    const found = unzipped(file);
    if (looksLikePack(found)) {
      sources.push({ name: file.path, address: null, files: found.filter(({ path }) => isOfPack(path)) });
      continue;
    }
    const config = found.filter(({ path }) => CONFIG.test(path));
    if (config.length === 0) throw new Error(`There is no YAML and no lesson in ${file.path}.`);
    left.push(...config.map(({ path, text }) => ({ path, content: text })));
    if (files.length === 1) name = file.path.replace(ZIP, '').replace(/ \(\d+\)$/, '');
  }
  const texts = loose.flatMap((file): readonly TextFile[] => {
    const decoded = isOfPack(file.path) ? decodeFile(file) : { refused: '' };
    return 'text' in decoded ? [{ path: file.path.replace(/^\//, ''), text: decoded.text }] : [];
  });
  // One Markdown file was meant to be a lesson, and is told what it lacks; beside others it may be anything.
  const onlyMarkdown = loose.length > 0 && loose.every(({ path }) => MARKDOWN.test(path));
  if (texts.length > 0 && (onlyMarkdown || looksLikePack(texts)))
    sources.push({ name: commonName(texts), address: null, files: texts });
  else left.push(...loose.filter(({ path }) => !MARKDOWN.test(path)));
  for (const source of sources) await openAndShow(source);
  return { files: left, pack: sources.length > 0, ...(name && { name }) };
}

/** Opens a pack, and shows its lessons or its mistakes. */
async function openAndShow(source: PackSource): Promise<void> {
  const pack = await openPack(source);
  panes.shell?.openDialog(pack ? 'lessons' : 'pack-trouble', pack?.id);
}

function unzipped({ path, content, size }: OpenedFile): readonly TextFile[] {
  if (typeof content === 'string' || size !== undefined)
    throw new Error(
      `${path} is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB, more than is opened. Unpack it, and open what you need.`,
    );
  const found = unzipFiles(content, {
    ...ROOM,
    wanted: (name) => isOfPack(name) || (CONFIG.test(name) && !/(^|\/)__MACOSX\//.test(name)),
  });
  if ('refused' in found) throw new Error(`${path}: ${found.refused}`);
  return found.files;
}

/** The folder that all come out of, else the one file's name. */
function commonName(files: readonly TextFile[]): string {
  const [first] = files;
  const folder = first?.path.includes('/') ? first.path.slice(0, first.path.indexOf('/')) : undefined;
  if (folder !== undefined && files.every(({ path }) => path.startsWith(`${folder}/`))) return folder;
  return files.length === 1 ? (first?.path ?? 'Lessons') : 'Lessons';
}
