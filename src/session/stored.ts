import type { TextFile } from '../text/index.ts';
import { readPoints } from './stored-points.ts';
import { readShelf, SHELF, shelve, EMPTY_SHELF } from './shelf.ts';
import type { StorageCommit, StoragePort } from './ports.ts';
import type { KeptWorkspace, RestorePoint, StoredText, Workspace } from './types.ts';

/** The id of the workspace that a browser without any begins with: two tabs that begin at once share it. */
export const FIRST_ID = 'first';

/** The key of the record that names everything of a workspace. */
export const manifestKey = (id: string) => `workspace/${id}`;

interface StoredFile {
  readonly path: string;
  /** The storage key of its text. */
  readonly text: string;
}

interface StoredPoint extends Omit<RestorePoint, 'files'> {
  readonly files: readonly (StoredFile & { readonly size: number })[];
}

/** What is kept: small, rewritten with each save. Texts have keys of their own, so a save writes only those that changed. */
interface Manifest {
  readonly version: 1;
  /** New with each save: tells whether another tab has saved since. */
  readonly stamp: string;
  readonly id: string;
  readonly name: string;
  readonly files: readonly StoredFile[];
  readonly opened: readonly StoredFile[];
  readonly activeFile: string | null;
  readonly sample: string | null;
  readonly points: readonly StoredPoint[];
}

/** A workspace with all that is kept with it. */
export interface Snapshot {
  readonly workspace: Workspace;
  readonly activeFile: string | null;
  readonly points: readonly RestorePoint[];
}

/** What this tab knows of how a workspace is stored: the stamp it last saw, where each text is, and all keys in use. */
export interface StoredState {
  readonly stamp: string | null;
  readonly keys: ReadonlyMap<string, string>;
  readonly all: ReadonlySet<string>;
}

export const NOTHING_STORED: StoredState = { stamp: null, keys: new Map(), all: new Set() };

export type Loaded =
  | { readonly kind: 'none' }
  | { readonly kind: 'loaded'; snapshot: Snapshot; stored: StoredState }
  /** Something is stored, but not (all) readable; `workspace` is what could be saved of it, if any file could. */
  | {
      readonly kind: 'damaged';
      readonly raw: unknown;
      readonly workspace: Workspace | null;
      stored: StoredState;
    };

/** Reads a workspace that was kept. Rejects only when the storage itself cannot be read. */
export async function loadStored(storage: StoragePort, id: string): Promise<Loaded> {
  const raw = await storage.get(manifestKey(id));
  if (raw === undefined || raw === null) return { kind: 'none' };
  const manifest = isRecord(raw) ? raw : {};
  const stamp = stampOf(raw);
  const keys = new Map<string, string>();
  let whole = manifest['version'] === 1 && stamp !== null;
  const read = async (list: unknown): Promise<TextFile[]> => {
    const files: TextFile[] = [];
    if (!Array.isArray(list)) whole = false;
    for (const entry of Array.isArray(list) ? (list as unknown[]) : []) {
      const text = isStoredFile(entry) ? await storage.get(entry.text) : undefined;
      if (isStoredFile(entry) && typeof text === 'string' && !files.some(({ path }) => path === entry.path)) {
        files.push({ path: entry.path, text });
        keys.set(text, entry.text);
      } else whole = false;
    }
    return files;
  };
  const files = await read(manifest['files']);
  const opened = await read(manifest['opened']);
  const { name, activeFile, sample } = manifest;
  whole &&= typeof name === 'string';
  const workspace: Workspace = {
    id,
    name: typeof name === 'string' ? name : 'recovered',
    files,
    opened,
    ...(typeof sample === 'string' && { sample }),
  };
  // Of damaged work every text stays where it is, for the copy that is kept aside: so none of its keys is known here.
  if (!whole) {
    const stored = { ...NOTHING_STORED, stamp };
    return { kind: 'damaged', raw, workspace: files.length ? workspace : null, stored };
  }
  return {
    kind: 'loaded',
    snapshot: {
      workspace,
      activeFile: typeof activeFile === 'string' ? activeFile : null,
      points: readPoints(manifest['points']),
    },
    stored: { stamp, keys, all: textKeys(raw) },
  };
}

/** A save as one commit, and what will be known of the storage once it is written. `unique` never gives one word twice. */
export function planSave(
  { workspace, activeFile, points }: Snapshot,
  last: StoredState,
  unique: () => string,
  now: number,
  current = true,
): { commit: StorageCommit; stored: StoredState } {
  const keys = new Map<string, string>();
  const put = new Map<string, unknown>();
  const all = new Set<string>();
  const keyOf = (text: string): string => {
    let key = keys.get(text) ?? last.keys.get(text);
    if (key === undefined) {
      key = `text/${unique()}`;
      put.set(key, text);
    }
    keys.set(text, key);
    all.add(key);
    return key;
  };
  const keep = ({ path, text }: TextFile): StoredFile => ({ path, text: keyOf(text) });
  const keepOld = ({ key, size }: StoredText) => {
    all.add(key);
    return { text: key, size };
  };
  const stamp = unique();
  const manifest: Manifest = {
    version: 1,
    stamp,
    id: workspace.id,
    name: workspace.name,
    files: workspace.files.map(keep),
    opened: workspace.opened.map(keep),
    activeFile,
    sample: workspace.sample ?? null,
    points: points.map(({ files, ...point }) => ({
      ...point,
      files: files.map(({ path, text }) => ({
        path,
        ...(typeof text === 'string' ? { text: keyOf(text), size: text.length } : keepOld(text)),
      })),
    })),
  };
  const key = manifestKey(workspace.id);
  put.set(key, manifest);
  const remove = [...last.all].filter((old) => !all.has(old));
  const accepts = (value: unknown) => stampOf(value) === last.stamp;
  const entry = entryFor(workspace, now);
  const change = (raw: unknown) => shelve(readShelf(raw) ?? EMPTY_SHELF, entry, current);
  return {
    commit: { put, remove, guard: { key, accepts }, update: { key: SHELF, change } },
    stored: { stamp, keys, all },
  };
}

/** How the list speaks of a workspace. */
export function entryFor({ id, name, files }: Workspace, usedAt: number): KeptWorkspace {
  const size = files.reduce((sum, { text }) => sum + text.length, 0);
  return { id, name, files: files.length, size, usedAt };
}

/** The keys of all texts that a workspace's record names. */
export function textKeys(raw: unknown): ReadonlySet<string> {
  const keys = new Set<string>();
  const collect = (list: unknown) => {
    for (const entry of Array.isArray(list) ? (list as unknown[]) : []) {
      if (isStoredFile(entry)) keys.add(entry.text);
      else if (isRecord(entry)) collect(entry['files']);
    }
  };
  if (isRecord(raw)) for (const name of ['files', 'opened', 'points']) collect(raw[name]);
  return keys;
}

export function stampOf(value: unknown): string | null {
  return isRecord(value) && typeof value['stamp'] === 'string' ? value['stamp'] : null;
}

function isStoredFile(value: unknown): value is StoredFile {
  return isRecord(value) && typeof value['path'] === 'string' && typeof value['text'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
