import { lookOf } from '../../browser/index.ts';
import {
  folderOfList,
  leftNotice,
  MAX_FILE_BYTES,
  walkFolder,
  type FolderNode,
  type Notice,
  type OpenedFile,
} from '../../session/index.ts';

/** May be lessons, which open as well. */
const LESSON = /\.(md|markdown)$/i;

interface ReadFolder {
  readonly files: readonly OpenedFile[];
  readonly notice: Omit<Notice, 'id'> | null;
}

/**
 * The files of a folder that is read and not saved into: the same are taken, and the same left alone, as where it is. Paths begin
 * with the folder's name.
 */
export async function readFolder(root: FolderNode): Promise<ReadFolder> {
  const { files, left } = await walkFolder(root);
  const lessons: OpenedFile[] = [];
  for (const { path, reason } of left) {
    const content = reason === 'not-yaml' && LESSON.test(path) ? await bytesAt(root, path) : null;
    if (content) lessons.push({ path: `${root.name}/${path}`, content });
  }
  return {
    files: [...files.map(({ path, text }) => ({ path: `${root.name}/${path}`, content: text })), ...lessons],
    notice: leftNotice(root.name, left),
  };
}

/** The same of a folder that was picked where no page may save into one: its files come as a list. */
export function readPickedFolder(list: Iterable<File>): Promise<ReadFolder> {
  const all = [...list];
  const name = all[0]?.webkitRelativePath.split('/')[0] ?? '';
  const inside = all.map((file) => ({
    path: file.webkitRelativePath.slice(name.length + 1),
    look: lookOf(file),
  }));
  return readFolder(folderOfList(name, inside));
}

async function bytesAt(root: FolderNode, path: string): Promise<Uint8Array | null> {
  let at: FolderNode = root;
  const names = path.split('/');
  for (const [index, name] of names.entries()) {
    const entry = (await at.entries()).find((each) => each.name === name);
    if (!entry) return null;
    if (entry.kind === 'folder') at = entry;
    else if (index === names.length - 1) {
      const look = await entry.look();
      return look.size > MAX_FILE_BYTES ? null : look.read();
    }
  }
  return null;
}
