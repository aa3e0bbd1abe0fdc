import { execFile } from 'node:child_process';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isSettingsFile, SETTINGS_FILE } from '../istio/index.ts';
import type { TextFile } from '../text/index.ts';
import type { Io } from './io.ts';
import { isReadInFolders, readFiles, STDIN, textIn } from './read-files.ts';
import { withSettingsAbove } from './settings-above.ts';
import { UsageError } from './usage-error.ts';

/** One side of a comparison: a file, a folder, a pattern, or what a Git revision holds. */
export interface Side {
  /** As it was written. */
  readonly title: string;
  /** By paths from what was named, so that those of both sides say the same. */
  readonly files: readonly TextFile[];
  /** The folder that the paths are from, as it is found from here. */
  readonly under: string;
}

/** What a revision names: itself, and the place in the repository, from its root with `/` between names; empty for all of it. */
interface Revision {
  readonly title: string;
  readonly name: string;
  readonly root: string;
  readonly place: string;
}

/**
 * Reads both sides. Each is a file, a folder or a pattern where there is one, else a Git revision such as `main` or
 * `HEAD~1:mesh/`. A revision that names no place is of the place of the other side, or the current folder; without a second
 * word the other side is the working tree, and without any word the first is `HEAD`. Throws a `UsageError` where a word is
 * neither.
 */
export async function readSides(words: readonly string[], io: Io): Promise<readonly [Side, Side]> {
  const [first = 'HEAD', second] = words;
  if (second === undefined) {
    const revision = await revisionOf(first);
    return [await readRevision(revision, io), await readTree(revision, io)];
  }
  const [one, other] = [await isOnDisk(first), await isOnDisk(second)];
  const place = await placeOf([first, one], [second, other]);
  const read = async (word: string, onDisk: boolean): Promise<Side> =>
    onDisk ? readDisk(word, word, io, one !== other) : readRevision(await revisionOf(word, place), io);
  return [await read(first, one), await read(second, other)];
}

const isOnDisk = async (word: string): Promise<boolean> =>
  word === STDIN ||
  isPattern(word) ||
  (await stat(word).then(
    () => true,
    () => false,
  ));

const isPattern = (word: string): boolean => /[*?[]/.test(word) && !word.includes(':');

/** The place that one side names, for the other that names none. */
async function placeOf(
  ...sides: readonly (readonly [word: string, onDisk: boolean])[]
): Promise<string | undefined> {
  for (const [word, onDisk] of sides) {
    if (onDisk && word !== STDIN && !isPattern(word)) {
      if (sides.every(([, each]) => each)) return undefined;
      const other = sides.find(([, each]) => !each)?.[0] ?? word;
      const root = await realpath((await git(['rev-parse', '--show-toplevel'], other)).trim());
      const place = path
        .relative(root, await realpath(word))
        .split(path.sep)
        .join('/');
      if (!place.startsWith('..')) return place;
    }
    if (!onDisk && word.includes(':')) return (await revisionOf(word)).place;
  }
  return undefined;
}

async function revisionOf(word: string, place?: string): Promise<Revision> {
  const colon = word.indexOf(':');
  const name = colon < 0 ? word : word.slice(0, colon);
  const named = colon < 0 ? undefined : word.slice(colon + 1);
  const root = (await git(['rev-parse', '--show-toplevel'], word)).trim();
  const prefix = (await git(['rev-parse', '--show-prefix'], word)).trim();
  // As Git has it: a path is from the root of the repository, unless it begins with a dot.
  const within =
    named === undefined
      ? (place ?? prefix)
      : /^\.\.?(\/|$)/.test(named)
        ? path.posix.join(prefix, named)
        : named;
  const normal = path.posix
    .normalize(within || '.')
    .replace(/\/+$/, '')
    .replace(/^\.$/, '');
  if (normal.startsWith('..')) throw new UsageError(`${word}: this path is outside the repository.`);
  return { title: word, name, root, place: normal };
}

/** With `asGit`, of a folder what Git has or would take: a revision holds nothing that it ignores. */
async function readDisk(word: string, title: string, io: Io, asGit: boolean): Promise<Side> {
  const there = await stat(word).catch(() => undefined);
  const taken = asGit && there?.isDirectory() ? await knownToGit(word) : null;
  const wanted = (file: string): boolean => !taken || taken.has(fromFolder(word, file));
  const files = await withSettingsAbove(await readFiles([word], io, wanted));
  const under = there ? (there.isDirectory() ? word : path.dirname(word)) : '.';
  return { title, under, files: files.map((file) => ({ ...file, path: fromFolder(under, file.path) })) };
}

const fromFolder = (folder: string, file: string): string =>
  file === '<stdin>' ? file : path.relative(folder, file).split(path.sep).join('/');

/** What a revision names, as it stands in the working tree. A place that is gone from it holds nothing now. */
async function readTree({ root, place }: Revision, io: Io): Promise<Side> {
  const word = path.relative('.', path.join(root, place)) || '.';
  const there = await stat(word).catch(() => undefined);
  const title = 'the working tree';
  return there ? readDisk(word, title, io, true) : { title, files: [], under: word };
}

/** What Git has of a folder, and what it would take if it were told to: all but what is ignored. By paths from the folder. */
async function knownToGit(folder: string): Promise<ReadonlySet<string>> {
  const args = ['-C', folder, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  return new Set((await git(args, folder)).split('\0'));
}

async function readRevision({ title, name, root, place }: Revision, io: Io): Promise<Side> {
  // A name that begins with a dash would be taken for an option.
  if (name.startsWith('-') || name === '') throw new UsageError(noSuch(title));
  const commit = (await git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`], title)).trim();
  const list = async (...places: readonly string[]): Promise<readonly Blob[]> =>
    blobsIn(await git(['ls-tree', '-r', '-z', '--full-tree', commit, ...places], title));
  const found = await list(...(place ? ['--', place] : []));
  if (place && !found.length) throw new UsageError(`${title}: ${name} holds no file or folder ${place}.`);
  const isFile = found.some((blob) => blob.name === place);
  const folder = isFile ? parentOf(place) : place;
  const blobs = found.filter((blob) => isFile || isReadInFolders(path.posix.relative(folder, blob.name)));
  if (!blobs.some((blob) => isSettingsFile(blob.name))) {
    const above = parentsOf(folder).map((each) => path.posix.join(each, SETTINGS_FILE));
    const nearest = above.length
      ? (await list('--', ...above)).toSorted((a, b) => b.name.length - a.name.length)[0]
      : undefined;
    if (nearest) blobs.push(nearest);
  }
  const contents = await readBlobs(blobs, title);
  return {
    title,
    under: path.relative('.', path.join(root, folder)) || '.',
    files: blobs.flatMap((blob, index) => {
      const text = textIn(`${name}:${blob.name}`, contents[index] ?? new Uint8Array(), isFile, io);
      return text === null ? [] : [{ path: path.posix.relative(folder, blob.name), text }];
    }),
  };
}

const parentOf = (place: string): string => path.posix.dirname(place).replace(/^\.$/, '');

/** The folder itself and all above it. */
const parentsOf = (folder: string): readonly string[] =>
  folder === '' ? [''] : [folder, ...parentsOf(parentOf(folder))];

/** A file in a commit. */
interface Blob {
  readonly id: string;
  readonly name: string;
}

/** What `git ls-tree -z` lists: links lead elsewhere, and submodules are other repositories. */
const blobsIn = (listed: string): readonly Blob[] =>
  listed.split('\0').flatMap((line) => {
    const [head = '', name = ''] = line.split('\t');
    const [mode, type, id] = head.split(' ');
    return type === 'blob' && mode !== '120000' && id ? [{ id, name }] : [];
  });

/** The contents of blobs, by one call of Git for all of them. https://git-scm.com/docs/git-cat-file#_batch_output */
async function readBlobs(blobs: readonly Blob[], word: string): Promise<readonly Uint8Array[]> {
  if (!blobs.length) return [];
  const bytes = await gitBytes(['cat-file', '--batch'], word, blobs.map(({ id }) => `${id}\n`).join(''));
  let at = 0;
  return blobs.map(() => {
    const end = bytes.indexOf(10, at);
    const size = Number(bytes.subarray(at, end).toString('utf8').split(' ')[2]);
    const content = bytes.subarray(end + 1, end + 1 + size);
    at = end + 1 + size + 1;
    return content;
  });
}

const noSuch = (word: string): string =>
  `${word}: there is no such file or folder, and Git knows no such revision here.`;

const git = async (args: readonly string[], word: string): Promise<string> =>
  (await gitBytes(args, word)).toString('utf8');

const LARGEST = 512 * 1024 * 1024;

/** Runs Git without a shell: nothing in a word is read as a command. */
const gitBytes = (args: readonly string[], word: string, input = ''): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      // A folder may be called as a pattern is written.
      ['--literal-pathspecs', ...args],
      { encoding: 'buffer', maxBuffer: LARGEST },
      (error, out) => {
        if (!error) return resolve(out);
        reject(
          new UsageError(
            (error as NodeJS.ErrnoException).code === 'ENOENT'
              ? `${word}: there is no such file or folder, and Git, which might know it as a revision, is not installed.`
              : noSuch(word),
          ),
        );
      },
    );
    // It may have ended before it read all; then the callback says why.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
