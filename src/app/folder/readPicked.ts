import { readFiles } from '../../browser/index.ts';
import { folderOfList, leftNotice, walkFolder, type Notice, type OpenedFile } from '../../session/index.ts';

/** May be lessons, which open as well. */
const LESSON = /\.(md|markdown)$/i;

/**
 * The files of a folder that was picked to be read, where no page may save into one: the same are taken, and the same left
 * alone, as where it may. Paths begin with the folder's name.
 */
export async function readPickedFolder(
  list: Iterable<File>,
): Promise<{ readonly files: readonly OpenedFile[]; readonly notice: Omit<Notice, 'id'> | null }> {
  const all = [...list];
  const name = all[0]?.webkitRelativePath.split('/')[0] ?? '';
  const byPath = new Map(all.map((file) => [file.webkitRelativePath.slice(name.length + 1), file]));
  const root = folderOfList(
    name,
    [...byPath].map(([path, file]) => ({
      path,
      look: {
        size: file.size,
        modified: file.lastModified,
        read: async () => new Uint8Array(await file.arrayBuffer()),
      },
    })),
  );
  const { files, left } = await walkFolder(root);
  const lessons = left.flatMap(({ path }) => (LESSON.test(path) ? (byPath.get(path) ?? []) : []));
  return {
    files: [
      ...files.map(({ path, text }) => ({ path: `${name}/${path}`, content: text })),
      ...(await readFiles(lessons)),
    ],
    notice: leftNotice(name, left),
  };
}
