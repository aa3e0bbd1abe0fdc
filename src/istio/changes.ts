import { alikeAtEnd, alikeAtStart } from '../text/index.ts';
import { keysOf, type MeshKey } from './keys.ts';
import type { Mesh } from './mesh.ts';
import type { MeshFile } from './mesh-file.ts';
import type { Resource, ResourceId } from './types.ts';

/** A resource that came, went, or says something else than before. */
export interface ResourceChange {
  readonly before: Resource | undefined;
  readonly after: Resource | undefined;
}

type Files = { readonly files: readonly MeshFile[] };

const byPath = (files: readonly MeshFile[]): ReadonlyMap<string, MeshFile> =>
  new Map(files.map((file) => [file.path, file]));

/** The ids that both have, but in another order: between the first and the last that stand elsewhere. */
function movedIds(before: readonly Resource[], after: readonly Resource[]): ReadonlySet<ResourceId> {
  const idsBefore = new Set(before.map((resource) => resource.id));
  const idsAfter = new Set(after.map((resource) => resource.id));
  const orderBefore = before.map((resource) => resource.id).filter((id) => idsAfter.has(id));
  const orderAfter = after.map((resource) => resource.id).filter((id) => idsBefore.has(id));
  const differs = (id: ResourceId, index: number): boolean => id !== orderAfter[index];
  const first = orderBefore.findIndex(differs);
  return new Set(first < 0 ? [] : orderBefore.slice(first, orderBefore.findLastIndex(differs) + 1));
}

const sameContent = (a: Resource | undefined, b: Resource | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.id === b.id &&
    a.value === b.value &&
    a.stale === b.stale &&
    a.patch === b.patch);

/** The resources of a file that may be different: without those at its start and its end that stayed. */
function middles(
  before: readonly Resource[],
  after: readonly Resource[],
): readonly [readonly Resource[], readonly Resource[]] {
  const shorter = Math.min(before.length, after.length);
  let start = alikeAtStart(before, after);
  while (start < shorter && sameContent(before[start], after[start]))
    start = alikeAtStart(before, after, start + 1);
  let end = alikeAtEnd(before, after, start);
  while (end < shorter - start && sameContent(before[before.length - 1 - end], after[after.length - 1 - end]))
    end++;
  return [before.slice(start, before.length - end), after.slice(start, after.length - end)];
}

type Pair = readonly [before: MeshFile | undefined, after: MeshFile | undefined];

/** The files that are not what they were. */
function changedFiles(before: readonly MeshFile[], after: readonly MeshFile[]): readonly Pair[] {
  const inPlace =
    before.length === after.length && before.every(({ path }, index) => path === after[index]?.path);
  if (inPlace) {
    const changed: Pair[] = [];
    for (const [index, file] of before.entries())
      if (file !== after[index]) changed.push([file, after[index]]);
    return changed;
  }
  const [was, is] = [byPath(before), byPath(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((path): Pair => [was.get(path), is.get(path)])
    .filter(([one, other]) => one !== other);
}

function differences(before: Files, after: Files): readonly ResourceChange[] {
  const changes = new Map<ResourceId, { before: Resource | undefined; after: Resource | undefined }>();
  const moved = new Set<ResourceId>();
  for (const [one, other] of changedFiles(before.files, after.files)) {
    const [left, come] = middles(one?.resources ?? [], other?.resources ?? []);
    for (const resource of left) {
      changes.set(resource.id, { before: resource, after: changes.get(resource.id)?.after });
    }
    for (const resource of come) {
      changes.set(resource.id, { before: changes.get(resource.id)?.before, after: resource });
    }
    movedIds(left, come).forEach((id) => moved.add(id));
  }
  return [...changes.entries()]
    .filter(
      ([id, { before, after }]) =>
        !sameContent(before, after) || before?.source.file !== after?.source.file || moved.has(id),
    )
    .map(([, change]) => change);
}

const known = new WeakMap<
  readonly MeshFile[],
  { before: readonly MeshFile[]; changes: readonly ResourceChange[] }
>();

/**
 * What is different between two meshes, resource by resource. A resource that only slid down its file, because another
 * was put before it, counts as unchanged: nothing depends on the number of its document.
 */
export function meshChanges(before: Files, after: Files): readonly ResourceChange[] {
  const last = known.get(after.files);
  if (last?.before === before.files) return last.changes;
  const changes = differences(before, after);
  known.set(after.files, { before: before.files, changes });
  return changes;
}

/** Of so many changes it is asked whether they are most of a mesh. */
const MANY = 500;

/**
 * Every key whose answer may be another now; null when all may be: the settings changed, or so much did (another workspace
 * was opened) that to name it all would only take time in which the page does not answer.
 */
export function touchedKeys(before: Mesh, after: Mesh): ReadonlySet<MeshKey> | null {
  if (before.settings !== after.settings) return null;
  const changes = meshChanges(before, after);
  if (changes.length > MANY && changes.length * 2 > after.resources.length) return null;
  const touched = new Set<MeshKey>();
  for (const change of changes) {
    for (const resource of [change.before, change.after]) {
      if (resource) keysOf(resource, after.settings).forEach((key) => touched.add(key));
    }
  }
  return touched;
}
