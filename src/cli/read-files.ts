import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { decodeFile } from '../session/index.ts';
import type { TextFile } from '../text/index.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';

export const STDIN = '-';

/** In a folder only these are read; a file that is named is always read. */
const IN_FOLDERS = /\.(ya?ml|json)$/i;
const SKIPPED_FOLDERS = /^(\..*|node_modules)$/;

/** Whether a file, by its path with `/` from a folder that is named, is read with the folder. */
export function isReadInFolders(path: string): boolean {
  const names = path.split('/');
  return IN_FOLDERS.test(path) && !names.slice(0, -1).some((name) => SKIPPED_FOLDERS.test(name));
}

/** The files that the words name, folders and patterns with all YAML in them that is wanted, each once. */
export async function readFiles(
  words: readonly string[],
  io: Io,
  wanted: (file: string) => boolean = () => true,
): Promise<TextFile[]> {
  if (words.length === 0)
    throw new UsageError('Name at least one file, folder or pattern, or "-" for standard input.');
  const files = new Map<string, TextFile>();
  for (const word of words) {
    if (word === STDIN) {
      files.set(STDIN, { path: '<stdin>', text: decoded('<stdin>', await io.stdin()) });
      continue;
    }
    for (const file of await filesOf(word)) {
      if (files.has(path.resolve(file)) || !wanted(file)) continue;
      const text = textIn(file, await readBytes(file), file === word, io);
      if (text !== null) files.set(path.resolve(file), { path: file, text });
    }
  }
  return [...files.values()];
}

/** The bytes of a file that is named. */
export const readBytes = (file: string): Promise<Uint8Array> => attempt(file, () => readFile(file));

/** One file as text that gives back the same bytes, or a sentence why not. */
export async function readOne(file: string): Promise<TextFile> {
  return { path: file, text: decoded(file, await readBytes(file)) };
}

/**
 * The bytes as text. What is none is told of and left out where nobody named it: it lies among the others of a folder or of a
 * revision. A file that is named is an error then.
 */
export function textIn(file: string, content: Uint8Array, isNamed: boolean, io: Io): string | null {
  if (isNamed) return decoded(file, content);
  const result = decodeFile({ path: file, content });
  if ('text' in result) return result.text;
  io.error(`meshwright: ${file} was left out. ${result.refused}\n`);
  return null;
}

/** The bytes as text, or a sentence why not. */
export function decoded(file: string, content: Uint8Array): string {
  const result = decodeFile({ path: file, content });
  if ('refused' in result) throw new UsageError(`${file} was not read. ${result.refused}`);
  return result.text;
}

/** A word that names no file, but could be a pattern such as `mesh/**`, is taken for one: a shell may have left it as it is. */
async function filesOf(word: string): Promise<string[]> {
  const there = await stat(word).catch(() => undefined);
  if (there || !isDynamicPattern(word)) return filesUnder(word);
  const found = await glob(word, { expandDirectories: false });
  const files = found.filter((file) => IN_FOLDERS.test(file)).sort();
  if (files.length === 0) throw new UsageError(`${word}: no YAML or JSON file matches this pattern.`);
  return files.map((file) => path.normalize(file));
}

/** The files of a folder, and of those in it, that are wanted; a file that is named always is. */
export async function filesUnder(
  word: string,
  wanted = (path: string): boolean => IN_FOLDERS.test(path),
): Promise<string[]> {
  const found = await attempt(word, () => stat(word));
  if (!found.isDirectory()) return [word];
  const entries = await attempt(word, () => readdir(word, { withFileTypes: true }));
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inside = path.join(word, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED_FOLDERS.test(entry.name)) files.push(...(await filesUnder(inside, wanted)));
    } else if (wanted(entry.name)) files.push(inside);
  }
  return files;
}

async function attempt<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new UsageError(`${file}: ${REASONS[code] ?? (error as Error).message}`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder.',
  EACCES: 'permission to read it is missing.',
  EISDIR: 'it is a folder; name a file.',
};
