import {
  isKustomization,
  isSettingsFile,
  patchFiles,
  resourcesOf,
  type Resource,
} from '../../istio/index.ts';
import type { TextFile } from '../../text/index.ts';
import { parseDocument, splitDocuments, type ParsedDocument } from '../../yaml/index.ts';

/** Reads a document, from memory where it was read before. */
export type ReadDocument = (text: string) => ParsedDocument;

/** Beyond so many documents that differ, a person reads no sentences, and reading them all would take long. */
export const MAX_DOCUMENTS = 1000;

/** The resources in documents that only one of two states of the files holds, and the files with broken ones. */
export interface Changed {
  readonly before: readonly Resource[];
  readonly after: readonly Resource[];
  readonly broken: ReadonlySet<string>;
}

/**
 * What to compare of two states of the files: the resources of those documents whose text is not in both, so that a document
 * that only moved within its file is no change, and the cost is that of the change. Null where too much differs.
 */
export function changedDocuments(
  opened: readonly TextFile[],
  files: readonly TextFile[],
  read: ReadDocument = parseDocument,
): Changed | null {
  const old = new Map(opened.map(({ path, text }) => [path, text]));
  const now = new Map(files.map(({ path, text }) => [path, text]));
  const paths = [...new Set([...now.keys(), ...old.keys()])].filter(
    (path) => old.get(path) !== now.get(path),
  );
  const [patched, patches] = [opened, files].map((texts) => patchesIn(texts, read));
  const before: Resource[] = [];
  const after: Resource[] = [];
  const broken = new Set<string>();
  let count = 0;
  for (const path of paths) {
    const [were, are] = onlyInOne(old.get(path) ?? '', now.get(path) ?? '');
    count += were.length + are.length;
    if (count > MAX_DOCUMENTS) return null;
    const [stood, stands] = [were, are].map((slices) => slices.map(({ text }) => read(text)));
    if (stands?.some(({ problems }) => problems.length > 0)) broken.add(path);
    before.push(...written(path, stood ?? [], were, patched));
    after.push(...written(path, stands ?? [], are, patches));
  }
  return { before, after, broken };
}

/** The files that are merged into others, of a state of the files. */
const patchesIn = (files: readonly TextFile[], read: ReadDocument): ReadonlySet<string> =>
  patchFiles(
    files
      .filter(({ path }) => isKustomization(path))
      .map(({ path, text }) => ({ path, documents: splitDocuments(text).map((slice) => read(slice.text)) })),
  );

/** A document, and which of its file's it is. */
interface Slice {
  readonly text: string;
  readonly index: number;
}

/** What the files hold, not what the settings file says that a cluster has. */
const written = (
  path: string,
  documents: readonly ParsedDocument[],
  slices: readonly Slice[],
  patches: ReadonlySet<string> | undefined,
): readonly Resource[] =>
  isSettingsFile(path)
    ? []
    : resourcesOf(path, documents).map((resource) => {
        const { document } = resource.source;
        const source = { ...resource.source, document: slices[document]?.index ?? document };
        return { ...resource, source, ...(patches?.has(path) && { patch: true as const }) };
      });

/** The documents of each text that the other lacks. Each answers for one: two equal ones against one are a change. */
function onlyInOne(before: string, after: string): readonly [readonly Slice[], readonly Slice[]] {
  const [were, are] = [before, after].map((text) =>
    splitDocuments(text).map((slice, index) => ({ text: slice.text, index })),
  );
  return [without(were ?? [], are ?? []), without(are ?? [], were ?? [])];
}

function without(documents: readonly Slice[], others: readonly Slice[]): readonly Slice[] {
  const spare = new Map<string, number>();
  for (const { text } of others) spare.set(text, (spare.get(text) ?? 0) + 1);
  return documents.filter(({ text }) => {
    const left = spare.get(text) ?? 0;
    if (left > 0) spare.set(text, left - 1);
    return left === 0;
  });
}
