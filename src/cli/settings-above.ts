import { access } from 'node:fs/promises';
import path from 'node:path';
import { isSettingsFile, SETTINGS_FILE } from '../istio/index.ts';
import type { TextFile } from '../text/index.ts';
import { readOne } from './read-files.ts';

/**
 * The files, with the settings file that stands in their folder or above it, up to the root of the repository, unless one
 * is among them: whoever checks one folder, or one file before a commit, means the same mesh.
 */
export async function withSettingsAbove(files: readonly TextFile[]): Promise<readonly TextFile[]> {
  if (files.some((file) => isSettingsFile(file.path))) return files;
  const onDisk = files.filter((file) => file.path !== '<stdin>');
  for (let folder = commonFolder(onDisk); ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, SETTINGS_FILE);
    if (await exists(candidate)) return [...files, await readOne(shortest(candidate))];
    if ((await exists(path.join(folder, '.git'))) || folder === path.dirname(folder)) return files;
  }
}

/** The innermost folder that holds all files; the current one where there are none. */
function commonFolder(files: readonly TextFile[]): string {
  const folders = files.map((file) => path.dirname(path.resolve(file.path)));
  const holds = (folder: string, other: string): boolean =>
    other === folder || other.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
  let common = folders[0] ?? process.cwd();
  while (!folders.every((folder) => holds(common, folder))) common = path.dirname(common);
  return common;
}

/** As a person in this folder would write it. */
function shortest(file: string): string {
  const relative = path.relative('.', file);
  return relative.length < file.length ? relative : file;
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
