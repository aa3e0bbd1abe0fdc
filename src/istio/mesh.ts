import { alikeAtStart, sameItems } from '../text/index.ts';
import { compareAge } from './age.ts';
import { meshChanges } from './changes.ts';
import { keysOf, type MeshKey } from './keys.ts';
import { layeredGet, layeredWith, type Layered } from './layered.ts';
import { readFile, type FileDocuments, type MeshFile } from './mesh-file.ts';
import { withEntries } from './resource-table.ts';
import { claimId } from './resources.ts';
import { patchFiles } from './patch-files.ts';
import { isSettingsFile, resolveSettings } from './settings-file.ts';
import { type GivenSettings, type MeshSettings } from './settings.ts';
import type { Resource, ResourceId } from './types.ts';

/** The workspace, linked: every resource, found by what it is called, defines, claims, carries and selects. */
export interface Mesh {
  readonly settings: MeshSettings;
  readonly files: readonly MeshFile[];
  /** The files whose resources kustomizations merge into others. */
  readonly patches: ReadonlySet<string>;
  /** In the order of files, documents and list items; patches come after them, and what is assumed last. */
  readonly resources: readonly Resource[];
  readonly byId: ReadonlyMap<ResourceId, Resource>;
  /** The resources filed under a key of `key`, oldest first. */
  readonly find: (key: MeshKey) => readonly Resource[];
  /** Whether `find` finds any: for those who need not know which, of whom there may be thousands. */
  readonly has: (key: MeshKey) => boolean;
}

/** Ids, so that a document's shift does not rewrite it; made when it is first needed: not all who link ask. */
type Index = () => Layered<readonly ResourceId[]>;

/** The index behind `find`, by mesh. */
const indexes = new WeakMap<Mesh, Index>();

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const NONE: readonly Resource[] = [];
const NOTHING_GIVEN: GivenSettings = {};

/** Longer lists are not gathered and sorted again for each who asks: all resources of a kind are asked for by many rules. */
const LONG = 50;

function finder(index: Index, byId: ReadonlyMap<ResourceId, Resource>): Mesh['find'] {
  const long = new Map<MeshKey, readonly Resource[]>();
  return (key) => {
    const known = long.get(key);
    if (known) return known;
    const ids = layeredGet(index(), key);
    if (!ids) return NONE;
    const found = ids.map((id) => byId.get(id)).filter((resource) => resource !== undefined);
    if (found.length > 1) found.sort(compareAge);
    if (found.length > LONG) long.set(key, found);
    return found;
  };
}

const knower =
  (index: Index, byId: ReadonlyMap<ResourceId, Resource>): Mesh['has'] =>
  (key) =>
    layeredGet(index(), key)?.some((id) => byId.has(id)) ?? false;

const sameResource = (a: Resource, b: Resource): boolean =>
  a.value === b.value && a.source === b.source && a.stale === b.stale && a.patch === b.patch;

/** The other way to write the same name: with the default namespace, or without any. */
function twinId({ type, namespace, name }: Resource, settings: MeshSettings): ResourceId | undefined {
  if (namespace === '') return `${type}/${settings.defaultNamespace}/${name}`;
  return namespace === settings.defaultNamespace ? `${type}//${name}` : undefined;
}

/** Whether there is a resource of its name already, so that it need not be assumed. */
const isVoid = (resource: Resource, taken: ReadonlyMap<ResourceId, Resource>, settings: MeshSettings) =>
  resource.assumed === true &&
  (taken.has(resource.id) || taken.has(twinId(resource, settings) ?? resource.id));

/**
 * Tells resources of one name apart, over the whole workspace, reusing the objects of the mesh before. What is assumed
 * comes last, and gives way to what the files hold.
 */
function numbered(
  files: readonly FileDocuments[],
  settings: MeshSettings,
  patches: ReadonlySet<string>,
  previous: Mesh | undefined,
): { files: readonly MeshFile[]; byId: ReadonlyMap<ResourceId, Resource> } {
  const before = new Map(previous?.files.map((file) => [file.path, file]));
  const byId = new Map<ResourceId, Resource>();
  const number = (file: FileDocuments): MeshFile => {
    const old = before.get(file.path);
    const patch = patches.has(file.path);
    const read = readFile(file, old, patch);
    const resources: Resource[] = [];
    for (const documentResources of read) {
      for (const resource of documentResources) {
        if (isVoid(resource, byId, settings)) continue;
        const id = claimId(byId, resource.id);
        const known = id === resource.id ? resource : previous?.byId.get(id);
        const final = known && sameResource(known, resource) ? known : { ...resource, id };
        byId.set(id, final);
        resources.push(final);
      }
    }
    const unchanged =
      old !== undefined &&
      old.read === read &&
      old.resources.length === resources.length &&
      old.resources.every((resource, index) => resource === resources[index]);
    return unchanged ? old : { path: file.path, documents: file.documents, read, resources, patch };
  };
  // A patch has the name of what it is merged into, which goes by that name alone.
  const turnOf = ({ path }: FileDocuments): number => (isSettingsFile(path) ? 2 : patches.has(path) ? 1 : 0);
  const inTurn = new Map<FileDocuments, MeshFile>();
  for (const turn of [0, 1, 2])
    for (const file of files) if (turnOf(file) === turn) inTurn.set(file, number(file));
  return { files: files.flatMap((file) => inTurn.get(file) ?? []), byId };
}

/** What an edit did to resources that stayed where they were, each as it was and as it is. */
type Replaced = readonly (readonly [was: Resource, is: Resource])[];

/**
 * The same for the edit that nearly every key is: of some files some resources say something else, or one has another
 * name, and none came or went. Looks past what did not change by identity alone. Undefined where it is more than that.
 */
function numberedAgain(
  files: readonly FileDocuments[],
  settings: MeshSettings,
  patches: ReadonlySet<string>,
  previous: Mesh | undefined,
): ReturnType<typeof numbered> | undefined {
  if (
    previous?.settings !== settings ||
    previous.patches !== patches ||
    previous.files.length !== files.length
  )
    return undefined;
  const replaced: (readonly [Resource, Resource])[] = [];
  const again: MeshFile[] = [];
  for (const [index, file] of files.entries()) {
    const old = previous.files[index];
    if (old?.path !== file.path) return undefined;
    const read = old.documents === file.documents ? old.read : readFile(file, old, old.patch);
    if (read === old.read) {
      again.push(old);
      continue;
    }
    // What a settings file assumes gives way to what others hold: it is not all there.
    const own = isSettingsFile(file.path) ? undefined : replacedIn(old, read);
    if (!own) return undefined;
    const resources = [...old.resources];
    for (const { at, was, is } of own) {
      resources[at] = is;
      if (was !== is) replaced.push([was, is]);
    }
    again.push({ path: file.path, documents: file.documents, read, resources, patch: old.patch });
  }
  const byId = withReplaced(previous.byId, replaced, files);
  return byId && { files: again, byId };
}

/** The resources of a file that are read anew, at the places of those before; undefined where they do not stand in the same. */
function replacedIn(
  old: MeshFile,
  read: MeshFile['read'],
): readonly { readonly at: number; readonly was: Resource; readonly is: Resource }[] | undefined {
  if (read.length !== old.read.length) return undefined;
  const found = [];
  for (let document = 0; (document = alikeAtStart(read, old.read, document)) < read.length; document++) {
    const [had, has] = [old.read[document], read[document]];
    if (!had || !has) continue;
    if (had.length !== has.length) return undefined;
    const first = firstOf(old.resources, document);
    for (const [n, resource] of has.entries()) {
      const was = old.resources[first + n];
      if (!was || was.source.document !== document) return undefined;
      const numberedBefore = was.id !== had[n]?.id;
      if (had[n]?.id !== resource.id && numberedBefore) return undefined;
      const id = numberedBefore ? was.id : resource.id;
      const same = id === resource.id ? resource : was;
      found.push({ at: first + n, was, is: sameResource(same, resource) ? same : { ...resource, id } });
    }
  }
  return found;
}

/** Where in a file's resources, which are in the order of its documents, those of a document begin. */
function firstOf(resources: readonly Resource[], document: number): number {
  let [low, high] = [0, resources.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((resources[middle]?.source.document ?? 0) < document) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The resources by id after some were replaced, in the order they had; undefined where a name decides over others too. */
function withReplaced(
  byId: Mesh['byId'],
  replaced: Replaced,
  files: readonly FileDocuments[],
): Mesh['byId'] | undefined {
  if (replaced.length === 0) return byId;
  const renamed = new Map(replaced.filter(([was, is]) => was.id !== is.id).map(([was, is]) => [was.id, is]));
  if (renamed.size === 0)
    return withEntries(
      byId,
      replaced.map(([, is]) => is),
    );
  // A second one of a name is numbered, and what is assumed gives way to what has its name.
  if (renamed.size > 1 || files.some(({ path }) => isSettingsFile(path))) return undefined;
  for (const [id, is] of renamed) {
    const second = (name: ResourceId): boolean => byId.has(`${name}#2`);
    if (byId.has(is.id) || second(id) || second(is.id) || `${id}${is.id}`.includes('#')) return undefined;
  }
  const next = new Map<ResourceId, Resource>();
  for (const [id, resource] of byId) {
    const is = renamed.get(id);
    next.set(is?.id ?? id, is ?? resource);
  }
  for (const [was, is] of replaced) if (was.id === is.id) next.set(is.id, is);
  return next;
}

function fullIndex(resources: readonly Resource[], settings: MeshSettings): Layered<readonly ResourceId[]> {
  const base = new Map<MeshKey, ResourceId[]>();
  for (const resource of resources) {
    for (const key of keysOf(resource, settings)) {
      const ids = base.get(key);
      if (ids) ids.push(resource.id);
      else base.set(key, [resource.id]);
    }
  }
  return { base, layer: new Map() };
}

function updatedIndex(
  index: Layered<readonly ResourceId[]>,
  previous: Mesh,
  files: readonly MeshFile[],
): Layered<readonly ResourceId[]> {
  // Gathered first: thousands may leave a key, and thousands come to it, at once.
  const moves = new Map<MeshKey, { readonly gone: Set<ResourceId>; readonly come: ResourceId[] }>();
  const movesAt = (key: MeshKey) => {
    let known = moves.get(key);
    if (!known) moves.set(key, (known = { gone: new Set(), come: [] }));
    return known;
  };
  for (const { before, after } of meshChanges(previous, { files })) {
    const keysBefore = before ? keysOf(before, previous.settings) : new Set<MeshKey>();
    const keysAfter = after ? keysOf(after, previous.settings) : new Set<MeshKey>();
    for (const key of keysBefore) if (before && !keysAfter.has(key)) movesAt(key).gone.add(before.id);
    for (const key of keysAfter) if (after && !keysBefore.has(key)) movesAt(key).come.push(after.id);
  }
  const patch = new Map<MeshKey, readonly ResourceId[] | undefined>();
  for (const [key, { gone, come }] of moves) {
    const left = (layeredGet(index, key) ?? []).filter((id) => !gone.has(id));
    patch.set(key, left.length + come.length > 0 ? [...left, ...come] : undefined);
  }
  return layeredWith(index, patch);
}

/**
 * Links the documents of a workspace, in the order of its files. With the mesh of a moment ago it does only what the
 * edit calls for: resources of unchanged documents are the same objects, those of broken documents stay as they last
 * were, marked stale. What `given` leaves out the settings file says; give the same object as long as nothing changed.
 */
export function linkMesh(
  documents: readonly FileDocuments[],
  given: GivenSettings = NOTHING_GIVEN,
  previous?: Mesh,
): Mesh {
  const settings = resolveSettings(given, documents, previous?.settings);
  const patches = patchFiles(documents, previous?.patches);
  const { files, byId } =
    numberedAgain(documents, settings, patches, previous) ?? numbered(documents, settings, patches, previous);
  const known = previous && previous.settings === settings ? indexes.get(previous) : undefined;
  if (previous && known && sameFiles(previous.files, files)) return previous;
  const resources = inOrder(files);
  // Brought up to date at once, so that a mesh does not hold on to all those before it.
  const updated = previous && known && updatedIndex(known(), previous, files);
  const index = updated ? () => updated : once(() => fullIndex(resources, settings));
  const mesh: Mesh = {
    settings,
    files,
    patches,
    resources,
    byId,
    find: finder(index, byId),
    has: knower(index, byId),
  };
  indexes.set(mesh, index);
  return mesh;
}

/** The resources of all files; patches come after them, and what is assumed last. */
function inOrder(files: readonly MeshFile[]): readonly Resource[] {
  const [only, more] = files;
  if (only && !more) return only.resources;
  const last = files.filter((file) => file.patch || isSettings(file));
  if (last.length === 0) return files.flatMap(({ resources }) => resources);
  const first = files.filter((file) => !file.patch && !isSettings(file));
  const [settingsFiles, patches] = [last.filter(isSettings), last.filter((file) => !isSettings(file))];
  return [...first, ...patches, ...settingsFiles].flatMap(({ resources }) => resources);
}

const isSettings = ({ path }: FileDocuments): boolean => isSettingsFile(path);

const sameFiles = (a: readonly MeshFile[], b: readonly MeshFile[]): boolean => sameItems(a, b);

/** A mesh without resources. */
export const emptyMesh = (given?: GivenSettings): Mesh => linkMesh([], given);

/** What questions need of a mesh. Whoever wants to know which keys an answer depends on hands in a view that notes them. */
export type MeshView = Pick<Mesh, 'settings' | 'find'>;
