import { NOTHING_IGNORED, type Ignoring } from './gitignore.ts';
import { LIMITS, type LeftAlone } from './left-alone.ts';
import { sameStamp, type FileNode, type FileStamp, type FolderNode } from './source.ts';
import { fileLeftByName, fileLeftBySize, fileTaken, folderLeft } from './taking.ts';

/** A file of the folder that belongs to the workspace, as it is on the disk. */
export interface DiskFile extends FileStamp {
  readonly path: string;
  readonly text: string;
}

/** A file that was looked into and left alone: looked into again only when it has changed. */
export interface LeftFile extends LeftAlone, FileStamp {}

export interface Walked {
  /** By path. */
  readonly files: readonly DiskFile[];
  readonly left: readonly (LeftAlone | LeftFile)[];
}

export const NOTHING_WALKED: Walked = { files: [], left: [] };

export interface WalkOptions {
  readonly signal?: AbortSignal;
  /** How many files were looked at. */
  readonly onProgress?: (files: number) => void;
  /** What is known from before: files that have not changed since are not read again. */
  readonly known?: Walked;
  readonly limits?: typeof LIMITS;
}

/** So many files are read at a time: a disk answers many at once, a memory does not hold all. */
const AT_A_TIME = 16;

/** Looks through a folder. Resolves early, with what it has so far, once aborted; rejects where the folder itself cannot be read. */
export async function walkFolder(root: FolderNode, options: WalkOptions = {}): Promise<Walked> {
  const { signal, onProgress, limits = LIMITS } = options;
  const known = knownBefore(options.known ?? NOTHING_WALKED);
  const files: DiskFile[] = [];
  const left: (LeftAlone | LeftFile)[] = [];
  const aborted = () => signal?.aborted === true;
  let entries = 0;
  let total = 0;
  let looked = 0;

  const takeOne = async (file: FileNode, path: string): Promise<DiskFile | LeftFile | LeftAlone> => {
    try {
      const look = await file.look();
      const stamp = { size: look.size, modified: look.modified };
      const before = known.get(path);
      if (before && sameStamp(before, look)) return before;
      const tooLarge = fileLeftBySize(look.size);
      const taken = tooLarge ?? fileTaken(path, await look.read());
      return { path, ...stamp, ...taken };
    } catch (error) {
      return { path, reason: 'unreadable', detail: error instanceof Error ? error.message : String(error) };
    }
  };

  const keep = (taken: DiskFile | LeftFile | LeftAlone) => {
    if ('reason' in taken) left.push(taken);
    else if (files.length >= limits.files) left.push({ path: taken.path, reason: 'too-many' });
    else if (total + taken.text.length > limits.total) left.push({ path: taken.path, reason: 'too-much' });
    else {
      total += taken.text.length;
      files.push(taken);
    }
  };

  const visit = async (folder: FolderNode, path: string, above: Ignoring, depth: number): Promise<void> => {
    const inside = [...(await folder.entries())].sort((a, b) => (a.name < b.name ? -1 : 1));
    const names = new Set(inside.map(({ name }) => name));
    const ignoring = await rulesOf(inside, path, above);
    const reads: { readonly file: FileNode; readonly path: string }[] = [];
    const below: { readonly folder: FolderNode; readonly path: string }[] = [];
    for (const entry of inside) {
      const at = path === '' ? entry.name : `${path}/${entry.name}`;
      if (++entries > limits.entries) {
        left.push({ path: entry.kind === 'folder' ? `${at}/` : at, reason: 'too-many' });
        break;
      }
      if (entry.kind === 'folder') {
        const reason = folderLeft(entry.name, names);
        if (reason === 'unspoken') continue;
        if (reason) left.push({ path: `${at}/`, reason });
        else if (ignoring.leavesOut(at, true)) left.push({ path: `${at}/`, reason: 'ignored' });
        else if (depth >= limits.depth) left.push({ path: `${at}/`, reason: 'too-deep' });
        else below.push({ folder: entry, path: at });
      } else {
        const byName = fileLeftByName(at);
        if (ignoring.leavesOut(at, false)) left.push({ path: at, reason: 'ignored' });
        else if (byName) left.push({ path: at, ...byName });
        else reads.push({ file: entry, path: at });
      }
    }
    for (let from = 0; from < reads.length && !aborted(); from += AT_A_TIME) {
      const some = reads.slice(from, from + AT_A_TIME);
      for (const taken of await Promise.all(some.map(({ file, path }) => takeOne(file, path)))) keep(taken);
      looked += some.length;
      onProgress?.(looked);
    }
    for (const { folder, path } of below) {
      if (aborted() || entries > limits.entries) return;
      try {
        await visit(folder, path, ignoring, depth + 1);
      } catch (error) {
        left.push({
          path: `${path}/`,
          reason: 'unreadable',
          detail: String((error as Error).message ?? error),
        });
      }
    }
  };

  await visit(root, '', NOTHING_IGNORED, 0);
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  left.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, left };
}

function knownBefore({ files, left }: Walked): ReadonlyMap<string, DiskFile | LeftFile> {
  const looked = left.filter((file): file is LeftFile => 'modified' in file);
  return new Map([...files, ...looked].map((file) => [file.path, file]));
}

/** The rules for what is in a folder. In the folder that was opened also those that Git keeps for this checkout alone. */
async function rulesOf(
  inside: readonly (FolderNode | FileNode)[],
  path: string,
  above: Ignoring,
): Promise<Ignoring> {
  const ownRules = path === '' ? await excluded(inside) : null;
  const rules = await textOf(inside, '.gitignore');
  const base = ownRules === null ? above : above.with('', ownRules);
  return rules === null ? base : base.with(path, rules);
}

async function excluded(inside: readonly (FolderNode | FileNode)[]): Promise<string | null> {
  const git = await within(inside, '.git');
  return textOf(await within(git, 'info'), 'exclude');
}

async function within(inside: readonly (FolderNode | FileNode)[], name: string) {
  const folder = inside.find((entry) => entry.kind === 'folder' && entry.name === name);
  if (folder?.kind !== 'folder') return [];
  return folder.entries().catch(() => []);
}

/** More than anybody writes into such a file. */
const MOST_RULES = 1024 * 1024;

async function textOf(inside: readonly (FolderNode | FileNode)[], name: string): Promise<string | null> {
  const file = inside.find((entry) => entry.kind === 'file' && entry.name === name);
  if (file?.kind !== 'file') return null;
  try {
    const look = await file.look();
    if (look.size > MOST_RULES) return null;
    return new TextDecoder('utf-8').decode(await look.read());
  } catch {
    return null;
  }
}
