import type { TextFile } from '../../text/index.ts';
import type { ResourceId } from '../../istio/index.ts';

/** What the page around may ask, by `postMessage`. */
export type Asked =
  | { readonly type: 'get' }
  | { readonly type: 'set'; readonly files: readonly TextFile[] }
  | { readonly type: 'select'; readonly resource: ResourceId | null };

/** What it is told. `id` is that of the question which is answered. */
export type Told =
  | { readonly type: 'ready' }
  | { readonly type: 'files'; readonly files: readonly TextFile[] }
  | { readonly type: 'done' }
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'changed'; readonly files: readonly TextFile[] }
  | { readonly type: 'selected'; readonly resource: ResourceId | null };

export interface ReadMessage {
  /** Sent back with the answer, as it came. */
  readonly id: string | number | undefined;
  readonly asked: Asked | { readonly refused: string };
}

/** Every message of the protocol says so, with its version. */
export const PROTOCOL = 1;
const [MAX_FILES, MAX_CHARACTERS, MAX_NAME] = [500, 4_000_000, 400];

/** A message from the page around. Null where it is none of ours; what is ours and wrong is refused in words. */
export function readMessage(data: unknown): ReadMessage | null {
  if (!isRecord(data) || data['meshwright'] !== PROTOCOL) return null;
  const { id, type } = data;
  const known = typeof id === 'string' ? id.slice(0, MAX_NAME) : typeof id === 'number' ? id : undefined;
  return { id: known, asked: readAsked(type, data) };
}

function readAsked(type: unknown, data: Readonly<Record<string, unknown>>): ReadMessage['asked'] {
  if (type === 'get') return { type };
  if (type === 'set') {
    const files = readFiles(data['files']);
    return files ? { type, files } : { refused: FILES };
  }
  if (type === 'select') {
    const { resource } = data;
    const isName = resource === null || (typeof resource === 'string' && resource.length <= MAX_NAME);
    return isName ? { type, resource } : { refused: '“resource” has to be Kind/namespace/name, or null.' };
  }
  return { refused: '“type” has to be get, set or select.' };
}

const FILES = `“files” has to be a list of { path, text }, each path once, with at most ${MAX_FILES} files and ${MAX_CHARACTERS} characters.`;

function readFiles(value: unknown): readonly TextFile[] | null {
  if (!Array.isArray(value) || value.length > MAX_FILES) return null;
  const files: TextFile[] = [];
  let characters = 0;
  for (const file of value as readonly unknown[]) {
    if (!isRecord(file)) return null;
    const { path, text } = file;
    if (typeof path !== 'string' || typeof text !== 'string' || !isPath(path)) return null;
    characters += text.length;
    if (characters > MAX_CHARACTERS) return null;
    files.push({ path, text });
  }
  return new Set(files.map(({ path }) => path)).size === files.length ? files : null;
}

/** Relative, and never out of the workspace. */
const isPath = (path: string): boolean =>
  path.length > 0 &&
  path.length <= MAX_NAME &&
  path.split(/[\\/]/).every((part) => part !== '' && part !== '.' && part !== '..');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
