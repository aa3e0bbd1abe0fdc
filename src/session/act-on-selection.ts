import type { ResourceId } from '../istio/index.ts';
import { locate, pathAt, type Path } from '../yaml/index.ts';
import type { Core } from './core.ts';
import type { ReadFile } from './documents.ts';
import type { Origin } from './types.ts';

/** Longer documents are not searched at each move of the caret: finding the place means reading them. */
const MOST_CHARACTERS = 400_000;

export function select(core: Core, resource: ResourceId | null, path: Path, origin: Origin): boolean {
  const { analysis, selection, activeFile } = core.store.get();
  if (resource === null) {
    core.store.set({ selection: null });
    return true;
  }
  const found = analysis.mesh.byId.get(resource);
  if (!found) return false;
  if (selection?.resource === resource && samePath(selection.path, path) && selection.origin === origin)
    return true;
  // From the YAML pane itself the file stays: it is the one being looked at.
  const file = origin === 'text' ? activeFile : found.source.file;
  core.store.set({ selection: { resource, path, origin }, activeFile: file });
  return true;
}

/** Selects what stands at an offset of a file: the innermost key or value there, and its resource. */
export function selectAt(core: Core, file: ReadFile | undefined, offset: number, origin: Origin): boolean {
  if (!file) return false;
  const index = documentAt(file, offset);
  const slice = file.slices[index];
  if (!slice) return false;
  const resources = core.store
    .get()
    .analysis.mesh.resources.filter(({ source }) => source.file === file.path && source.document === index);
  const only = resources.length === 1 ? resources[0] : undefined;
  if (slice.text.length > MOST_CHARACTERS) return only ? select(core, only.id, [], origin) : false;
  const path = pathAt(locate(slice.text), offset - slice.from);
  const inside = resources.find(({ source }) => source.path.every((step, at) => step === path[at]));
  if (inside) return select(core, inside.id, path.slice(inside.source.path.length), origin);
  return only ? select(core, only.id, [], origin) : false;
}

/** The document an offset stands in; at a boundary the one that begins there. */
function documentAt({ slices }: ReadFile, offset: number): number {
  let [low, high] = [0, slices.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((slices[middle]?.from ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}

export function showFile(core: Core, path: string): boolean {
  if (!core.store.get().workspace.files.some((file) => file.path === path)) return false;
  core.store.set({ activeFile: path });
  return true;
}
