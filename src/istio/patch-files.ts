import type { FileDocuments } from './mesh-file.ts';
import { folderOf, isKustomization, mentionsIn, resolved } from './kustomization.ts';

const PATCHES: ReadonlySet<string> = new Set(['patches', 'patchesStrategicMerge', 'patchesJson6902']);

const NONE: ReadonlySet<string> = new Set();

/** What one kustomization names as patches, and otherwise. */
interface Named {
  readonly path: string;
  readonly patches: readonly string[];
  readonly others: readonly string[];
}

const namings = new WeakMap<FileDocuments['documents'], Named>();

function namedBy({ path, documents }: FileDocuments): Named {
  let known = namings.get(documents);
  if (known?.path !== path) {
    const folder = folderOf(path);
    const mentions = documents.flatMap(({ value }) => mentionsIn(value));
    const named = (isPatch: boolean): readonly string[] =>
      mentions
        .filter(({ field }) => PATCHES.has(field) === isPatch)
        .flatMap(({ written }) => resolved(folder, written) ?? []);
    namings.set(documents, (known = { path, patches: named(true), others: named(false) }));
  }
  return known;
}

/**
 * The files that kustomizations merge into resources of other files, and never take for resources themselves: those named as
 * patches and nowhere else. https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/
 * `before` is given back where it says the same.
 */
export function patchFiles(
  files: readonly FileDocuments[],
  before: ReadonlySet<string> = NONE,
): ReadonlySet<string> {
  const all = files.filter(({ path }) => isKustomization(path)).map(namedBy);
  const patches = new Set(all.flatMap((named) => named.patches));
  if (patches.size > 0) for (const { others } of all) for (const path of others) patches.delete(path);
  return patches.size === before.size && [...patches].every((path) => before.has(path)) ? before : patches;
}
