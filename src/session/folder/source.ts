/** A folder of a disk, as it can be looked through. */
export interface FolderNode {
  readonly kind: 'folder';
  readonly name: string;
  /** What is directly in it, in any order. Rejects where it cannot be read. */
  entries(): Promise<readonly (FolderNode | FileNode)[]>;
}

export interface FileNode {
  readonly kind: 'file';
  readonly name: string;
  /** How the file is now; its bytes are not read yet. Rejects where it is gone or may not be read. */
  look(): Promise<FileLook>;
}

/** How a disk tells that a file has changed, without reading it: an editor that keeps both is not noticed by it. */
export interface FileStamp {
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modified: number;
}

export interface FileLook extends FileStamp {
  read(): Promise<Uint8Array>;
}

export const sameStamp = (a: FileStamp, b: FileStamp): boolean =>
  a.size === b.size && a.modified === b.modified;

/** A folder that a person has opened to work in. Paths are relative to it, with `/`. */
export interface FolderPort {
  /** What the storage can keep, and `FolderOpener.reopen` makes the same folder of. */
  readonly handle: unknown;
  readonly root: FolderNode;
  /** Whether the page may read and write. With `ask`, the browser asks the person, which needs a click. */
  permission(ask: boolean): Promise<'granted' | 'prompt' | 'denied'>;
  /** One file; null where there is none. */
  look(path: string): Promise<FileLook | null>;
  /** Puts these bytes in the file's place, whole or not at all, making folders that are missing. Rejects in words. */
  write(path: string, bytes: Uint8Array): Promise<FileStamp>;
  /** Takes the file away; a file that is gone already is no failure. */
  remove(path: string): Promise<void>;
  /** Calls back when something in the folder may have changed; returns the way to stop. Null where the browser cannot tell. */
  watch(changed: () => void): Promise<(() => void) | null>;
  same(other: FolderPort): Promise<boolean>;
}

/** Makes folders of what the storage has kept. */
export interface FolderOpener {
  /** Null for what is no folder's handle. */
  reopen(handle: unknown): FolderPort | null;
}
