import type { FileLook, FileNode, FolderNode, FolderPort } from './source.ts';

interface Held {
  bytes: Uint8Array;
  modified: number;
}

/** A folder in memory, for tests, which can be changed from outside and be made to fail. */
export interface MemoryFolder extends FolderPort {
  /** Changes, makes or (null) takes away a file as another program would, and tells watchers. */
  put(path: string, text: string | Uint8Array | null): void;
  text(path: string): string | undefined;
  paths(): string[];
  /** Which paths were read, in order. */
  readonly reads: string[];
  /** Which paths were written or, with `-` before them, removed. */
  readonly writes: string[];
  /** Makes writing a path fail with these words; null lets it work again. */
  fail(path: string, words: string | null): void;
  allow(access: 'granted' | 'prompt' | 'denied'): void;
  /** The whole folder is not there for a while. */
  lose(lost: boolean): void;
}

export function createMemoryFolder(
  files: Record<string, string | Uint8Array>,
  {
    name = 'repo',
    watches = true,
    ignoresCase = false,
  }: { name?: string; watches?: boolean; ignoresCase?: boolean } = {},
): MemoryFolder {
  const held = new Map<string, Held>();
  const watchers = new Set<() => void>();
  const failing = new Map<string, string>();
  const reads: string[] = [];
  const writes: string[] = [];
  let access: 'granted' | 'prompt' | 'denied' = 'granted';
  let lost = false;
  let time = 1000;
  const bytesOf = (text: string | Uint8Array) =>
    typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (const [path, text] of Object.entries(files))
    held.set(path, { bytes: bytesOf(text), modified: ++time });

  /** The name under which the disk has a file that is asked for by this one. */
  const named = (path: string) => {
    if (!ignoresCase) return path;
    const same = [...held.keys()].find((key) => key.toLowerCase() === path.toLowerCase());
    const inside = path.slice(0, path.lastIndexOf('/') + 1);
    const beside = [...held.keys()].find((key) => key.toLowerCase().startsWith(inside.toLowerCase()));
    return same ?? (beside === undefined ? path : beside.slice(0, inside.length) + path.slice(inside.length));
  };

  const guard = () => {
    if (access !== 'granted') throw new Error('no permission');
    if (lost) throw new Error('It is not there any more.');
  };
  const lookAt = (path: string): FileLook => {
    guard();
    const file = held.get(path);
    if (!file) throw new Error('gone');
    const { bytes, modified } = file;
    return {
      size: bytes.length,
      modified,
      read: () => {
        reads.push(path);
        return Promise.resolve(bytes);
      },
    };
  };
  const fileNode = (path: string): FileNode => ({
    kind: 'file',
    name: path.slice(path.lastIndexOf('/') + 1),
    look: async () => Promise.resolve(lookAt(path)),
  });
  const folderNode = (path: string, own: string): FolderNode => ({
    kind: 'folder',
    name: own,
    entries: async () => {
      guard();
      const prefix = path === '' ? '' : `${path}/`;
      const inside = new Map<string, FolderNode | FileNode>();
      for (const at of held.keys()) {
        if (!at.startsWith(prefix)) continue;
        const [first = '', ...more] = at.slice(prefix.length).split('/');
        inside.set(first, more.length > 0 ? folderNode(prefix + first, first) : fileNode(at));
      }
      return Promise.resolve([...inside.values()]);
    },
  });
  const folder: MemoryFolder = {
    handle: { memory: name },
    root: folderNode('', name),
    permission(ask) {
      if (ask && access === 'prompt') access = 'granted';
      return Promise.resolve(access);
    },
    look: async (path) => {
      guard();
      return Promise.resolve(held.has(named(path)) ? lookAt(named(path)) : null);
    },
    write: async (path, bytes) => {
      guard();
      const words = failing.get(path);
      if (words !== undefined) throw new Error(words);
      held.set(named(path), { bytes, modified: ++time });
      writes.push(path);
      return Promise.resolve({ size: bytes.length, modified: time });
    },
    remove: async (path) => {
      guard();
      const words = failing.get(path);
      if (words !== undefined) throw new Error(words);
      held.delete(named(path));
      writes.push(`-${path}`);
      return Promise.resolve();
    },
    watch(changed) {
      if (!watches) return Promise.resolve(null);
      watchers.add(changed);
      return Promise.resolve(() => watchers.delete(changed));
    },
    same: (other) => Promise.resolve(other.handle === folder.handle),
    put(path, text) {
      if (text === null) held.delete(path);
      else held.set(path, { bytes: bytesOf(text), modified: ++time });
      for (const watcher of watchers) watcher();
    },
    text(path) {
      const file = held.get(path);
      return file && new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
    },
    paths: () => [...held.keys()].sort(),
    reads,
    writes,
    fail(path, words) {
      if (words === null) failing.delete(path);
      else failing.set(path, words);
    },
    lose(next) {
      lost = next;
    },
    allow(next) {
      access = next;
    },
  };
  return folder;
}
