import type {
  FileLook,
  FileNode,
  FileStamp,
  FolderNode,
  FolderOpener,
  FolderPort,
} from '../../session/index.ts';
import { lookOf } from './look-of.ts';
import { wanted, type FolderHandle } from './wanted.ts';

/** A folder of the disk, through the File System Access API. */
export function folderOf(handle: FolderHandle): FolderPort {
  return {
    handle,
    root: folderNode(handle),
    async permission(ask) {
      const how = { mode: 'readwrite' } as const;
      const now = (await handle.queryPermission?.(how)) ?? 'granted';
      if (now === 'granted' || !ask) return now;
      return (await handle.requestPermission?.(how)) ?? now;
    },
    look: async (path) => {
      const file = await inWords(() => fileAt(handle, path, false));
      return file && inWords(async () => lookInWords(await file.getFile()));
    },
    write: (path, bytes) =>
      inWords(async () => {
        const isNew = (await fileAt(handle, path, false)) === null;
        const file = (await fileAt(handle, path, true))!;
        try {
          await writeInPlace(file, bytes);
        } catch (error) {
          // The empty file that stands there by now is nobody's.
          if (isNew) await removeEmpty(handle, path, file).catch(() => {});
          throw error;
        }
        return stampOf(await file.getFile());
      }),
    remove: (path) =>
      inWords(async () => {
        const parent = await parentOf(handle, path, false);
        await parent?.removeEntry(nameOf(path)).catch((error: unknown) => {
          if (!isMissing(error)) throw error;
        });
        await removeEmptied(handle, path).catch(() => {});
      }),
    async watch(changed) {
      const { FileSystemObserver } = wanted();
      if (!FileSystemObserver) return null;
      const observer = new FileSystemObserver(changed);
      await observer.observe(handle, { recursive: true });
      return () => observer.disconnect();
    },
    same: (other) => handle.isSameEntry(other.handle as FolderHandle),
  };
}

/** Makes folders of handles that were kept. */
export const folderOpener: FolderOpener = {
  reopen: (handle) =>
    typeof FileSystemDirectoryHandle !== 'undefined' && handle instanceof FileSystemDirectoryHandle
      ? folderOf(handle)
      : null,
};

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

function folderNode(handle: FileSystemDirectoryHandle): FolderNode {
  return {
    kind: 'folder',
    name: handle.name,
    entries: () =>
      inWords(async () => {
        const inside: (FolderNode | FileNode)[] = [];
        for await (const entry of handle.values())
          inside.push(entry.kind === 'directory' ? folderNode(entry) : fileNode(entry));
        return inside;
      }),
  };
}

const fileNode = (handle: FileSystemFileHandle): FileNode => ({
  kind: 'file',
  name: handle.name,
  look: () => inWords(async () => lookInWords(await handle.getFile())),
});

const stampOf = (file: File): FileStamp => ({ size: file.size, modified: file.lastModified });

function lookInWords(file: File): FileLook {
  const look = lookOf(file);
  return { ...look, read: () => inWords(() => look.read()) };
}

async function parentOf(
  root: FileSystemDirectoryHandle,
  path: string,
  create: boolean,
): Promise<FileSystemDirectoryHandle | null> {
  let folder = root;
  for (const part of path.split('/').slice(0, -1)) {
    try {
      folder = await folder.getDirectoryHandle(part, { create });
    } catch (error) {
      if (!create && isMissing(error)) return null;
      throw error;
    }
  }
  return folder;
}

async function fileAt(root: FileSystemDirectoryHandle, path: string, create: boolean) {
  const parent = await parentOf(root, path, create);
  try {
    return (await parent?.getFileHandle(nameOf(path), { create })) ?? null;
  } catch (error) {
    // The folder itself may be gone: then nothing is known of its files.
    if (create || !isMissing(error)) throw error;
    return null;
  }
}

/** Written beside the file, and put in its place when all of it is there: a failure leaves the file as it was. */
async function writeInPlace(file: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
  const stream = await file.createWritable();
  try {
    await stream.write(new Uint8Array(bytes));
  } catch (error) {
    await stream.abort().catch(() => {});
    throw error;
  }
  await stream.close();
}

async function removeEmpty(root: FileSystemDirectoryHandle, path: string, file: FileSystemFileHandle) {
  if ((await file.getFile()).size > 0) return;
  await (await parentOf(root, path, false))?.removeEntry(nameOf(path));
}

/**
 * Folders in which nothing is left go with their last file, as in Git. Where only the case of a folder's name changes, many
 * disks would otherwise put the file back into the old one.
 */
async function removeEmptied(root: FileSystemDirectoryHandle, path: string): Promise<void> {
  for (let at = above(path); at !== ''; at = above(at)) {
    // The browser refuses where something is left in it.
    await (await parentOf(root, at, false))?.removeEntry(nameOf(at));
  }
}

const above = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));

const isMissing = (error: unknown) => error instanceof DOMException && error.name === 'NotFoundError';

async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw new Error(SENTENCES[name] ?? (error instanceof Error ? error.message : String(error)), {
      cause: error,
    });
  }
}

const SENTENCES: Readonly<Record<string, string>> = {
  NotFoundError: 'It is not there any more.',
  NotAllowedError: 'The browser does not let the page do that: allow it, or open the folder again.',
  NoModificationAllowedError:
    'It may not be written: it is write-protected, or another program or tab is writing it just now.',
  InvalidModificationError: 'The folder does not allow this change.',
  QuotaExceededError: 'The disk is full.',
  NotReadableError: 'The system could not read it; another program may hold it.',
  TypeMismatchError: 'There is a folder where a file should be, or a file where a folder should be.',
  TypeError: 'The system does not allow this name.',
  SecurityError: 'The browser does not let the page use this place.',
  AbortError: 'The browser has stopped it, because it takes the file for unsafe.',
};
