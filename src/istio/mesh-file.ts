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
}

const isBroken = (document: ParsedDocument): boolean =>
  document.value === undefined && document.problems.length > 0;

/** The same resource at another document of the file. Keeps identity where nothing is different. */
function standingAt(resource: Resource, document: number, stale: boolean): Resource {
  if (resource.source.document === document && resource.stale === stale) return resource;
  return { ...resource, source: { ...resource.source, document }, stale };
}

const sameDocuments = (a: readonly ParsedDocument[], b: readonly ParsedDocument[]): boolean =>
  a.length === b.length && a.every((document, index) => document === b[index]);

/**
 * The resources of each document of a file. What was read before is kept: a document unchanged gives the very same
 * objects, a broken one those it gave when it last could be read, marked stale.
 */
export function readFile(
  file: FileDocuments,
  previous: MeshFile | undefined,
): readonly (readonly Resource[])[] {
  const { path, documents } = file;
  if (!previous) return documents.map((document, index) => resourcesOfDocument(path, index, document));
  if (sameDocuments(documents, previous.documents)) return previous.read;

  const origins = alignDocuments(previous.documents, documents);
  const read = documents.map((document, index) => {
    const origin = origins[index] ?? [];
    const unchanged = origin.length === 1 && previous.documents[origin[0] ?? -1] === document;
    if (!unchanged && !isBroken(document)) return resourcesOfDocument(path, index, document);
    const before = origin.flatMap((at) => previous.read[at] ?? []);
    return before.map((resource) => standingAt(resource, index, isBroken(document)));
  });

  const fresh = new Set(
    read
      .flat()
      .filter((resource) => !resource.stale)
      .map((resource) => resource.id),
  );
  return read.map((resources) =>
    resources.some((resource) => resource.stale && fresh.has(resource.id))
      ? resources.filter((resource) => !(resource.stale && fresh.has(resource.id)))
      : resources,
  );
}
