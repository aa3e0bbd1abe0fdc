import { lineIndex } from '../text/index.ts';
import { keyRangeAt, locate, nodeAt, type ParsedDocument, type Path, type YamlNode } from '../yaml/index.ts';
import type { FileDocuments, Mesh } from '../istio/index.ts';

/** A place of a file; line and column from 1. */
export interface PlaceInText {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface Located {
  readonly root: YamlNode | undefined;
  readonly lines: ReturnType<typeof lineIndex>;
}
const kept = new WeakMap<ParsedDocument, Located>();

/** Where the nodes of a document stand; found once, as it takes a parse. */
function located(document: ParsedDocument): Located {
  const known = kept.get(document);
  if (known) return known;
  const made = { root: locate(document.text), lines: lineIndex(document.text) };
  kept.set(document, made);
  return made;
}

/** Where a path of a document stands, or the nearest above it that is written. */
export function placeInText(file: FileDocuments, index: number, path: Path): PlaceInText {
  const document = file.documents[index];
  if (!document) return { file: file.path, line: 1, column: 1 };
  const { root } = located(document);
  const written = root ? writtenPart(root, path) : [];
  const { from } = root ? (written.length ? keyRangeAt(root, written) : root) : { from: 0 };
  return offsetInText(file, index, from);
}

/** Where a path of a resource stands; undefined where there is no such resource. */
export function placeInMesh(mesh: Mesh, resource: string, path: Path = []): PlaceInText | undefined {
  const source = mesh.byId.get(resource)?.source;
  const file = mesh.files.find((each) => each.path === source?.file);
  return source && file && placeInText(file, source.document, [...source.path, ...path]);
}

/** Where an offset of a document stands in its file. */
function offsetInText(file: FileDocuments, index: number, offset: number): PlaceInText {
  const document = file.documents[index];
  const { line, column } = (document ? located(document).lines : lineIndex('')).position(offset);
  const before = file.documents.slice(0, index).reduce((sum, { text }) => sum + lineIndex(text).count - 1, 0);
  return { file: file.path, line: line + before, column };
}

/** What of a text cannot be read, and why: whole sentences. */
export interface Unread extends PlaceInText {
  readonly message: string;
}

/** The documents of files that cannot be read, and so do not count. */
export const unreadIn = (files: readonly FileDocuments[]): readonly Unread[] =>
  unreadDocuments(files).map(({ unread }) => unread);

/** The same, each with its text. */
export const unreadDocuments = (
  files: readonly FileDocuments[],
): readonly { readonly unread: Unread; readonly text: string }[] =>
  files.flatMap((file) =>
    file.documents.flatMap((document, index) => {
      const [first] = document.problems;
      if (!first || !isUnread(document)) return [];
      const unread = { ...offsetInText(file, index, first.from), message: first.message };
      return [{ unread, text: document.text }];
    }),
  );

export const isUnread = ({ value, problems }: ParsedDocument): boolean =>
  value === undefined && problems.length > 0;

const writtenPart = (root: YamlNode, path: Path): Path =>
  path.length && nodeAt(root, path) === undefined ? writtenPart(root, path.slice(0, -1)) : path;
