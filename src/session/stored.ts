import type { TextFile } from '../text/index.ts';
import type { StorageCommit, StoragePort } from './ports.ts';
import type { Workspace } from './types.ts';

/** The key of the record that names everything else. */
export const MANIFEST = 'workspace';

interface StoredFile {
  readonly path: string;
  /** The storage key of its text. */
  readonly text: string;
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
}

/** What this tab knows of the storage: the stamp it last saw and where each text is kept. */
export interface StoredState {
  readonly stamp: string | null;
  readonly keys: ReadonlyMap<string, string>;
}

export const NOTHING_STORED: StoredState = { stamp: null, keys: new Map() };

export type Loaded =
  | { readonly kind: 'none' }
  | { readonly kind: 'loaded'; workspace: Workspace; activeFile: string | null; stored: StoredState }
  /** Something is stored, but not (all) readable; `workspace` is what could be saved of it, if any file could. */
  | {
      readonly kind: 'damaged';
      readonly raw: unknown;
      readonly workspace: Workspace | null;
      stored: StoredState;
    };

/** Reads the work that was kept. Rejects only when the storage itself cannot be read. */
export async function loadStored(storage: StoragePort): Promise<Loaded> {
  const raw = await storage.get(MANIFEST);
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
  const { id, name, activeFile } = manifest;
  whole &&= typeof id === 'string' && typeof name === 'string';
  const workspace: Workspace = {
    id: typeof id === 'string' ? id : 'recovered',
    name: typeof name === 'string' ? name : 'recovered',
    files,
    opened,
  };
  // Of damaged work every text stays where it is, for the copy that is kept aside: so none of its keys is known here.
  if (!whole) {
    return {
      kind: 'damaged',
      raw,
      workspace: files.length ? workspace : null,
      stored: { stamp, keys: new Map() },
    };
  }
  return {
    kind: 'loaded',
    workspace,
    activeFile: typeof activeFile === 'string' ? activeFile : null,
    stored: { stamp, keys },
  };
}

/** A save as one commit, and what will be known of the storage once it is written. `unique` never gives one word twice. */
export function planSave(
  workspace: Workspace,
  activeFile: string | null,
  last: StoredState,
  unique: () => string,
): { commit: StorageCommit; stored: StoredState } {
  const keys = new Map<string, string>();
  const put = new Map<string, unknown>();
  const keep = ({ path, text }: TextFile): StoredFile => {
    let key = keys.get(text) ?? last.keys.get(text);
    if (key === undefined) {
      key = `text/${unique()}`;
      put.set(key, text);
    }
    keys.set(text, key);
    return { path, text: key };
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
  };
  put.set(MANIFEST, manifest);
  const used = new Set(keys.values());
  const remove = [...last.keys.values()].filter((key) => !used.has(key));
  const accepts = (value: unknown) => stampOf(value) === last.stamp;
  return { commit: { put, remove, guard: { key: MANIFEST, accepts } }, stored: { stamp, keys } };
}

function stampOf(value: unknown): string | null {
  return isRecord(value) && typeof value['stamp'] === 'string' ? value['stamp'] : null;
}

function isStoredFile(value: unknown): value is StoredFile {
  return isRecord(value) && typeof value['path'] === 'string' && typeof value['text'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
