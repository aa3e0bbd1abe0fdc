import type { FileNode, FolderNode, OpenedFile } from '../session/index.ts';
import { lookOf } from './folder/look-of.ts';
import { readFile, readFiles } from './read-files.ts';

/** What was dropped or pasted. Folders are not looked through yet. */
export interface Dropped {
  readonly files: Promise<readonly OpenedFile[]>;
  readonly folders: readonly FolderNode[];
}

/**
 * What was dropped or pasted: files, folders, or text, which becomes the file `textPath`. Must be called in the event itself; the
 * browser empties the transfer afterwards.
 */
export function readDropped(transfer: DataTransfer, textPath = 'pasted.yaml'): Dropped {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry());
  const files = [...transfer.files];
  const text = transfer.getData('text/plain');
  const alone = (read: Promise<readonly OpenedFile[]>): Dropped => ({ files: read, folders: [] });
  if (files.length === 0 && entries.length === 0)
    return alone(Promise.resolve(text.trim() === '' ? [] : [{ path: textPath, content: text }]));
  // Pasted files have no entries in some browsers; then there are no folders either.
  if (entries.length === 0 || entries.includes(null)) return alone(readFiles(files));
  const roots = entries.filter((entry) => entry !== null);
  return {
    files: Promise.all(roots.filter(isFile).map(async (entry) => readFile(await fileOf(entry), entry.name))),
    folders: roots.filter(isFolder).map(folderNode),
  };
}

const folderNode = (entry: FileSystemDirectoryEntry): FolderNode => ({
  kind: 'folder',
  name: entry.name,
  entries: async () =>
    (await children(entry)).flatMap((child) =>
      isFile(child) ? fileNode(child) : isFolder(child) ? folderNode(child) : [],
    ),
});

const fileNode = (entry: FileSystemFileEntry): FileNode => ({
  kind: 'file',
  name: entry.name,
  look: async () => lookOf(await fileOf(entry)),
});

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** `readEntries` gives at most 100 at a time and must be asked until it gives none. */
async function children(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
