import { linkMesh, type GivenSettings, type Mesh } from '../istio/index.ts';
import type { TextFile } from '../text/index.ts';
import { sayChange, type ResourceDifference } from '../traffic/index.ts';
import { createParseCache, formatPath, splitDocuments, type YamlValue } from '../yaml/index.ts';
import { comparingSides, type SidesCompared } from './compare-sides.ts';
import { placeInText, type PlaceInText } from './place-in-text.ts';
import { readSettings, type WorkspaceSettings } from './settings.ts';

/** A resource that is not as it was. */
export interface ChangedResource {
  readonly id: string;
  /** `moved`: it says the same, and stands before or after others than it did, which counts where two claim the same. */
  readonly how: ResourceDifference['how'];
  /** Where it stands now; of one that is gone, where it stood. */
  readonly place: PlaceInText;
  /** What changed in it: paths as `set` takes them. A side is missing where there is nothing. */
  readonly fields: readonly {
    readonly path: string;
    readonly before?: YamlValue;
    readonly after?: YamlValue;
  }[];
  /** The same in plain sentences: what requests come to know of it in traffic's words. */
  readonly sentences: readonly string[];
}

/** What differs between two states of a workspace, as data. */
export interface WorkspaceComparison extends Omit<SidesCompared, 'resources'> {
  readonly resources: readonly ChangedResource[];
}

/**
 * Compares two states of a workspace: which resources changed, and what becomes of requests before and after. Only what the
 * change can touch is asked; `compared`, `leftOut` and `notEvaluated` say how much that is worth. Throws a `TypeError` where
 * the settings cannot be read.
 */
export function compareWorkspaces(
  before: readonly TextFile[],
  after: readonly TextFile[],
  settings: WorkspaceSettings = {},
): WorkspaceComparison {
  // Documents that are the same text are then the same objects, and are not compared again.
  const cache = createParseCache();
  const given = readSettings(settings);
  const [was, is] = [meshOf(before, given, cache), meshOf(after, given, cache)];
  const work = comparingSides(was, is, given);
  for (;;) {
    const { done, value } = work.next();
    if (!done) continue;
    return { ...value, resources: value.resources.map((one) => changedResource(one, was, is)) };
  }
}

const meshOf = (
  files: readonly TextFile[],
  given: GivenSettings,
  cache: ReturnType<typeof createParseCache>,
): Mesh =>
  linkMesh(
    files.map(({ path, text }) => ({
      path,
      documents: splitDocuments(text).map((slice) => cache.read(slice.text)),
    })),
    given,
  );

function changedResource(
  { id, how, before, after, fields }: ResourceDifference,
  was: Mesh,
  is: Mesh,
): ChangedResource {
  const [mesh, source] = after ? [is, after.source] : [was, before?.source];
  const file = mesh.files.find(({ path }) => path === source?.file);
  // Where it first says something else; what is gone from it stands nowhere, and is told of by what is around it.
  const place =
    file && source
      ? placeInText(file, source.document, [...source.path, ...(fields[0]?.path ?? [])])
      : { file: source?.file ?? '', line: 1, column: 1 };
  return {
    id,
    how,
    place,
    fields: fields.map(({ path, before, after }) => ({
      path: formatPath(path),
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    })),
    sentences: before && after ? sayChange(before, after, is).map(({ text }) => text) : [],
  };
}
