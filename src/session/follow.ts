import type { Mesh, Resource } from '../istio/index.ts';
import type { FileChange, TextFile } from '../text/index.ts';
import type { Selection } from './types.ts';

/**
 * The selection after a change: the same resource by its id; else what now stands where it stood, since a resource whose
 * name is being typed has a new id with each letter; else nothing.
 */
export function followSelection(selection: Selection | null, before: Mesh, after: Mesh): Selection | null {
  if (!selection || after.byId.has(selection.resource)) return selection;
  const old = before.byId.get(selection.resource);
  const heir =
    old && after.resources.find((resource) => standsWhere(old, resource) && !before.byId.has(resource.id));
  return heir ? { ...selection, resource: heir.id } : null;
}

function standsWhere(old: Resource, fresh: Resource): boolean {
  const { file, document, path } = old.source;
  const { source } = fresh;
  return source.file === file && source.document === document && source.path.join('/') === path.join('/');
}

/** The file to show after a change: the same, under its new name if it has one; else its neighbour. */
export function followFile(
  active: string | null,
  before: readonly TextFile[],
  after: readonly TextFile[],
  changes: readonly FileChange[],
): string | null {
  let path = active;
  for (const change of changes) if (change.kind === 'rename' && change.path === path) path = change.to;
  if (after.some((file) => file.path === path)) return path;
  const index = before.findIndex((file) => file.path === active);
  return after[Math.min(Math.max(index, 0), after.length - 1)]?.path ?? null;
}
