import { decodeFile } from '../decode.ts';
import type { SaveStep } from './save-plan.ts';
import { sameStamp, type FileStamp, type FolderNode, type FolderPort } from './source.ts';
import type { Base, Found } from './settle.ts';
import type { DiskFile, Walked } from './walk.ts';

/** What could not be done to a file, and why, in words. */
export interface Failure {
  readonly path: string;
  readonly why: string;
}

export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Whether a folder lists a file under exactly this name. Many disks give a file under any case of its name: what is found by
 * a name may be another file.
 */
async function isListed(root: FolderNode, path: string): Promise<boolean> {
  const parts = path.split('/');
  const name = parts.pop();
  let folder = root;
  for (const part of parts) {
    const next = (await folder.entries()).find((entry) => entry.name === part);
    if (next?.kind !== 'folder') return false;
    folder = next;
  }
  return (await folder.entries()).some((entry) => entry.kind === 'file' && entry.name === name);
}

/**
 * What a walk found, of every file that it or both sides know of. What it does not list any more is looked for by name:
 * it may be left alone by now, or its folder could not be read, and then it is not deleted.
 */
export async function foundBy(
  walked: Walked,
  base: Base,
  port: Pick<FolderPort, 'look' | 'root'>,
): Promise<Found> {
  const found = new Map<string, DiskFile | null>(walked.files.map((file) => [file.path, file]));
  const anyCase = new Set(walked.files.map(({ path }) => path.toLowerCase()));
  const isThere = async (path: string) =>
    (await port.look(path)) !== null &&
    (!anyCase.has(path.toLowerCase()) || (await isListed(port.root, path)));
  for (const path of base.keys()) {
    if (!found.has(path) && !(await isThere(path).catch(() => true))) found.set(path, null);
  }
  return found;
}

/**
 * How single files are in the folder right now, read byte by byte: what is about to be overwritten must be known. A file
 * that the disk gives under a new name, and lists under another, is none of that name.
 */
export async function foundAt(
  paths: readonly string[],
  base: Base,
  port: Pick<FolderPort, 'look' | 'root'>,
): Promise<{ readonly found: Found; readonly failed: readonly Failure[] }> {
  const found = new Map<string, DiskFile | null>();
  const failed: Failure[] = [];
  for (const path of paths) {
    try {
      const look = await port.look(path);
      const isOther = look !== null && !base.has(path) && !(await isListed(port.root, path));
      const decoded = look && !isOther && decodeFile({ path, content: await look.read() });
      if (!look || !decoded) found.set(path, null);
      else if ('refused' in decoded) failed.push({ path, why: `In the folder now: ${decoded.refused}` });
      else found.set(path, { path, text: decoded.text, size: look.size, modified: look.modified });
    } catch (error) {
      failed.push({ path, why: wordsOf(error) });
    }
  }
  return { found, failed };
}

export interface Written {
  readonly base: Base;
  readonly saved: readonly string[];
  readonly removed: readonly string[];
  readonly failed: readonly Failure[];
  /** Not tried: after a failure nothing is taken away any more, and nothing at all once it was stopped. */
  readonly waiting: readonly string[];
}

/** Refuses where a file is not as it was found a moment ago: saving many takes a while, and others write meanwhile. */
async function stillAs(
  agreed: FileStamp | undefined,
  { kind, path }: SaveStep,
  port: Pick<FolderPort, 'look'>,
): Promise<void> {
  const there = await port.look(path);
  if (!there && kind === 'remove') return;
  if (there && !agreed) {
    throw new Error(
      'Another file is there: it has come just now, or its name differs only in upper and lower case, and this disk takes both names for one.',
    );
  }
  if (agreed && !(there && sameStamp(there, agreed)))
    throw new Error('It was changed in the folder just now.');
}

const FOLDER_STAYS =
  'Only upper and lower case of its folder’s name is different there, which this disk takes for the same name, and the ' +
  'folder has other files that stay. Rename the folder there.';

/**
 * The files under a new name whose folder cannot take it: on a disk that takes both names for one a folder keeps its name as
 * long as something is left in it, and the file would be back under the old one.
 */
async function heldByFolder(
  steps: readonly SaveStep[],
  { root, look }: Pick<FolderPort, 'look' | 'root'>,
): Promise<ReadonlySet<string>> {
  const going = new Map<string, string>();
  for (const { kind, path } of steps) if (kind === 'remove') going.set(path.toLowerCase(), path);
  const leaving = new Set(going.values());
  const held = new Set<string>();
  for (const { kind, path } of steps) {
    const old = going.get(path.toLowerCase());
    if (kind === 'remove' || old === undefined || folderOf(old) === folderOf(path)) continue;
    const isOne = (await look(path)) !== null && !(await isListed(root, path));
    if (!isOne || (await isEmptied(root, folderOf(old), leaving))) continue;
    held.add(path).add(old);
  }
  return held;
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Whether nothing stays in a folder that these files leave. */
async function isEmptied(root: FolderNode, path: string, leaving: ReadonlySet<string>): Promise<boolean> {
  let folder: FolderNode = root;
  for (const part of path.split('/')) {
    const next = (await folder.entries()).find(({ name }) => name === part);
    if (next?.kind !== 'folder') return true;
    folder = next;
  }
  const isLeft = async (node: FolderNode, at: string): Promise<boolean> => {
    for (const entry of await node.entries()) {
      const own = `${at}/${entry.name}`;
      if (entry.kind === 'file' ? !leaving.has(own) : await isLeft(entry, own)) return true;
    }
    return false;
  };
  return !(await isLeft(folder, path));
}

/** Does the steps one by one. A step that fails stops none of the others, but that nothing is deleted after it. */
export async function writeSteps(
  steps: readonly SaveStep[],
  base: Base,
  port: Pick<FolderPort, 'look' | 'write' | 'remove' | 'root'>,
  onStep: (done: number) => void = () => {},
  signal?: AbortSignal,
): Promise<Written> {
  const next = new Map(base);
  const saved: string[] = [];
  const removed: string[] = [];
  const failed: Failure[] = [];
  const waiting: string[] = [];
  const encoder = new TextEncoder();
  const held = await heldByFolder(steps, port);
  for (const [index, step] of steps.entries()) {
    const { path } = step;
    if (signal?.aborted || (step.kind === 'remove' && failed.length > 0)) {
      waiting.push(path);
      continue;
    }
    try {
      if (held.has(path)) throw new Error(FOLDER_STAYS);
      await stillAs(next.get(path), step, port);
      if (step.kind === 'write') {
        const bytes = encoder.encode(step.text);
        const stamp = await port.write(path, bytes);
        if (stamp.size !== bytes.length) throw new Error('What stands there now is not what was written.');
        next.set(path, { path, text: step.text, ...stamp });
        saved.push(path);
      } else {
        await port.remove(path);
        next.delete(path);
        removed.push(path);
      }
    } catch (error) {
      failed.push({ path, why: wordsOf(error) });
    }
    onStep(index + 1);
  }
  return { base: next, saved, removed, failed, waiting };
}
