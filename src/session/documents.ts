import type { FileDocuments } from '../istio/index.ts';
import type { FileChange, TextEdit, TextFile } from '../text/index.ts';
import {
  readAgain,
  splitAgain,
  splitDocuments,
  type DocumentSlice,
  type ParsedDocument,
} from '../yaml/index.ts';

/**
 * A file cut into documents, each read: `documents[i]` is what `slices[i]` says. A document too long to be read between
 * two keystrokes may lag: then it is an earlier reading, and its text differs from the slice's.
 */
export interface ReadFile extends FileDocuments {
  readonly text: string;
  readonly slices: readonly DocumentSlice[];
  /** The texts of documents that lag. */
  readonly late: readonly string[];
}

/** Reads a document, or gives an earlier reading for now. `before` is what stood in its place, where something did. */
export type ReadDocument = (text: string, before: ParsedDocument | undefined) => ParsedDocument;

/**
 * The documents of files. A file whose text is the same keeps its object; of another, only the documents between the
 * first and the last that differ are read again, so typing costs one document however long the file is.
 * `changes` led from the files before to these; with them, documents that an edit does not touch need not be compared.
 */
export function readFiles(
  files: readonly TextFile[],
  previous: readonly ReadFile[],
  read: ReadDocument,
  changes: readonly FileChange[] = [],
): readonly ReadFile[] {
  // Nearly always each file stands where it stood.
  let byPath: ReadonlyMap<string, ReadFile> | undefined;
  const before = (path: string, index: number): ReadFile | undefined => {
    if (previous[index]?.path === path) return previous[index];
    byPath ??= new Map(previous.map((file) => [file.path, file]));
    return byPath.get(path);
  };
  const result = files.map((file, index) =>
    readFile(file, before(file.path, index), read, editsOf(file.path, changes)),
  );
  const same = result.length === previous.length && result.every((file, index) => file === previous[index]);
  return same ? previous : result;
}

/** The texts of documents that are still to be read. */
export function lagging(files: readonly ReadFile[]): readonly string[] {
  const late: string[] = [];
  for (const file of files) if (file.late.length > 0) late.push(...file.late);
  return late;
}

const NONE: readonly string[] = [];

function lateIn(slices: readonly DocumentSlice[], documents: readonly ParsedDocument[]): readonly string[] {
  const late = slices.filter((slice, index) => documents[index]?.text !== slice.text);
  return late.length === 0 ? NONE : late.map(({ text }) => text);
}

/** The edits of a file, change by change, if nothing else was done to it. */
function editsOf(path: string, changes: readonly FileChange[]): readonly (readonly TextEdit[])[] {
  const made: (readonly TextEdit[])[] = [];
  for (const change of changes) {
    if (change.path !== path && !(change.kind === 'rename' && change.to === path)) continue;
    if (change.kind !== 'edit') return [];
    made.push(change.edits);
  }
  return made;
}

function readFile(
  { path, text }: TextFile,
  before: ReadFile | undefined,
  read: ReadDocument,
  edits: readonly (readonly TextEdit[])[],
): ReadFile {
  // Where edits are known the texts are not compared: that would lay out a long one in memory only to see that it differs.
  const unchanged = before !== undefined && edits.length === 0 && before.text === text;
  if (unchanged && before.late.length === 0) return before;
  const slices = unchanged
    ? before.slices
    : before && edits.length > 0
      ? edits.reduce(splitAgain, before.slices)
      : splitDocuments(text);
  const documents = readAgain(slices, before?.documents ?? [], read);
  return {
    path,
    text,
    slices: slices.map((slice, index) => sharing(slice, documents[index], before?.slices[index])),
    documents,
    late: lateIn(slices, documents),
  };
}

/** The slice with its document's own string, which caches have seen before; a new string of the same letters would be hashed again. */
function sharing(
  slice: DocumentSlice,
  document: ParsedDocument | undefined,
  before: DocumentSlice | undefined,
): DocumentSlice {
  if (document?.text !== slice.text) return slice;
  if (before?.from === slice.from && before.text === document.text) return before;
  return { from: slice.from, to: slice.to, text: document.text };
}
