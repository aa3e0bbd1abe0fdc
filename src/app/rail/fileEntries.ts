export type FileEntry<File> =
  | { readonly key: string; readonly directory: string }
  | { readonly key: string; readonly file: File; readonly directory: string };

/** Up to here the list is short enough to be read with whole paths. */
const UNGROUPED = 14;

/** The directory of a path with the slash at its end; empty at the top. */
export const directoryOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** The files as the rail lists them, in their order: many of them below their directories, which then are no part of rows. */
export function fileEntries<File extends { readonly path: string }>(
  files: readonly File[],
): readonly FileEntry<File>[] {
  const grouped = files.length > UNGROUPED && files.some(({ path }) => path.includes('/'));
  let last = '';
  return files.flatMap((file): readonly FileEntry<File>[] => {
    const directory = grouped ? directoryOf(file.path) : '';
    const row = { key: file.path, file, directory };
    const same = directory === last;
    last = directory;
    // One directory may come up again between others: keys are told apart by the file below.
    return same || !directory ? [row] : [{ key: `directory of ${file.path}`, directory }, row];
  });
}
