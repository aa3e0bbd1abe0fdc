import type { OpenedFile } from '../session/index.ts';
import { readFile, readFiles } from './read-files.ts';

/** In a dropped folder only these are opened; a file that is dropped by itself always is. */
const IN_FOLDERS = /\.(ya?ml|json|md|markdown)$/i;
const SKIPPED_FOLDERS = /^(\..*|node_modules)$/;
/** More than a workspace takes, so that a wrong drop (a whole disk) ends. */
const MAX_ENTRIES = 20_000;

/**
 * What was dropped or pasted: files, folders with all that is in them, or text, which becomes the file `textPath`.
 * Must be called in the event itself; the browser empties the transfer afterwards.
 */
export function readDropped(transfer: DataTransfer, textPath = 'pasted.yaml'): Promise<OpenedFile[]> {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry());
  const files = [...transfer.files];
  const text = transfer.getData('text/plain');
  if (files.length === 0 && entries.length === 0) {
    return Promise.resolve(text.trim() === '' ? [] : [{ path: textPath, content: text }]);
  }
  // Pasted files have no entries in some browsers; then there are no folders either.
  if (entries.length === 0 || entries.includes(null)) return readFiles(files);
  return readEntries(entries.filter((entry) => entry !== null));
}

async function readEntries(roots: readonly FileSystemEntry[]): Promise<OpenedFile[]> {
  const read: OpenedFile[] = [];
  const queue = [...roots];
  for (let seen = 0; queue.length > 0 && seen < MAX_ENTRIES; seen++) {
    const entry = queue.shift()!;
    if (isFile(entry)) {
      const isRoot = roots.includes(entry);
      if (!isRoot && !IN_FOLDERS.test(entry.name)) continue;
      const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
      read.push(await readFile(file, isRoot ? entry.name : entry.fullPath));
    } else if (isFolder(entry) && !SKIPPED_FOLDERS.test(entry.name)) {
      queue.push(...(await children(entry)));
    }
  }
  return read;
}

/** `readEntries` gives at most 100 at a time and must be asked until it gives none. */
async function children(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) break;
    all.push(...some);
  }
  return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
