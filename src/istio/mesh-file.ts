import type { ParsedDocument } from '../yaml/index.ts';
import { alignDocuments } from './align.ts';
import { resourcesOfDocument } from './resources.ts';
import type { Resource } from './types.ts';

/** A file of the workspace with its documents read, in order. */
export interface FileDocuments {
  readonly path: string;
  readonly documents: readonly ParsedDocument[];
}

/** A file and the resources it holds. Keeps identity as long as its documents do. */
export interface MeshFile extends FileDocuments {
  /** The resources of each document, ids not yet told apart. */
  readonly read: readonly (readonly Resource[])[];
  /** The resources of the file, in order. */
  readonly resources: readonly Resource[];
  /** A kustomization merges what it holds into other resources. */
  readonly patch: boolean;
}

const isBroken = (document: ParsedDocument): boolean =>
  document.value === undefined && document.problems.length > 0;

/** The same resource at another document of the file. Keeps identity where nothing is different. */
function standingAt(resource: Resource, document: number, stale: boolean): Resource {
  if (resource.source.document === document && resource.stale === stale) return resource;
  return { ...resource, source: { ...resource.source, document }, stale };
}

/**
 * The resources of each document of a file. What was read before is kept: a document unchanged gives the very same
 * objects, a broken one those it gave when it last could be read, marked stale.
 */
export function readFile(
  file: FileDocuments,
  before: MeshFile | undefined,
  patch: boolean,
): readonly (readonly Resource[])[] {
  const { path, documents } = file;
  const readOne = (document: ParsedDocument, index: number): readonly Resource[] => {
    const found = resourcesOfDocument(path, index, document);
    return patch ? found.map((resource) => ({ ...resource, patch })) : found;
  };
  const previous = before?.patch === patch ? before : undefined;
  if (!previous) return documents.map(readOne);
  const { start, end, origin } = alignDocuments(previous.documents, documents);
  if (start === documents.length && start === previous.documents.length) return previous.read;

  const read = documents.map((document, index) => {
    const kept = index < start || index >= documents.length - end;
    if (kept && documents.length === previous.documents.length) return previous.read[index] ?? [];
    if (!kept && !isBroken(document)) return readOne(document, index);
    const was = previous.read.slice(...origin(index)).flat();
    return was.map((resource) => standingAt(resource, index, isBroken(document)));
  });
  // Of a long file what stayed need not be looked through.
  const again = nothingStale.has(previous.read) ? read.slice(start, read.length - end) : read;
  if (!again.some(hasStale)) {
    nothingStale.add(read);
    return read;
  }
  return withoutReplaced(read);
}

const hasStale = (resources: readonly Resource[]): boolean => resources.some(({ stale }) => stale);

/** What was read of files and has nothing stale among it. */
const nothingStale = new WeakSet<MeshFile['read']>();

/** A resource read again elsewhere in the file takes the place of the stale one of its name. */
function withoutReplaced(read: readonly (readonly Resource[])[]): readonly (readonly Resource[])[] {
  const fresh = new Set(read.flat().flatMap((resource) => (resource.stale ? [] : [resource.id])));
  const replaced = (resource: Resource): boolean => resource.stale && fresh.has(resource.id);
  return read.map((resources) =>
    resources.some(replaced) ? resources.filter((resource) => !replaced(resource)) : resources,
  );
}
