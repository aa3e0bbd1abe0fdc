import { linkMesh, writtenPath, type Mesh, type Resource, type ResourceId } from '../istio/index.ts';
import { applyChange, type FileChange, type TextEdit, type TextFile } from '../text/index.ts';
import {
  editDocument,
  laidOut,
  parseDocument,
  readAgain,
  RefusedError,
  splitAgain,
  splitDocuments,
  type DocumentEdit,
  type DocumentSlice,
  type ParsedDocument,
  type Path,
} from '../yaml/index.ts';
import { groupedBy } from './grouped-by.ts';
import type { OperationContext } from './types.ts';

/**
 * Files while an operation is planned. Each change is made at once, to a copy, so that the next one is planned against
 * what the last one left; at the end `changes` leads from the files as they were to these.
 */
export interface Draft {
  readonly mesh: Mesh;
  readonly files: readonly TextFile[];
  readonly changes: readonly FileChange[];
  /** The resource, readable as it is now. Throws `RefusedError` where it is not there or its document is broken. */
  resource(id: ResourceId): Resource;
  /** Changes one resource; the edit's path starts at the resource. Throws `RefusedError`. */
  edit(id: ResourceId, edit: DocumentEdit): void;
  /** The resource that stands where this one stood before the first change; its name may be another now. */
  standingWhere(id: ResourceId): ResourceId | undefined;
  file(path: string): TextFile | undefined;
  /** The document that holds a resource, as it stands in its file. */
  slice(resource: Resource): DocumentSlice;
  /** The documents of a file, as they stand in it; only those at `indexes` are sure to be the ones that were read. */
  slices(path: string, indexes: readonly number[]): readonly DocumentSlice[];
  /** Where a path of a resource is written in it. Throws `RefusedError` where it is only assumed. */
  written(resource: Resource, path: Path): Path;
  apply(change: FileChange): void;
  /** Takes in a document that was read already, so that the mesh need not read it again. */
  know(document: ParsedDocument): void;
}

export function createDraft({ files, mesh }: OperationContext): Draft {
  const changes: FileChange[] = [];
  // What `linked.mesh` was made of; it is made again when it is asked for, since after the last change nobody asks.
  let linked = { files, mesh, changes: 0 };
  let now = files;
  const known = new Map<string, ParsedDocument>();
  const read = (text: string): ParsedDocument => known.get(text) ?? parseDocument(text);

  const currentMesh = () => {
    if (linked.files !== now) {
      const made = changes.slice(linked.changes);
      linked = {
        files: now,
        mesh: relinked(now, linked.files, linked.mesh, made, read),
        changes: changes.length,
      };
    }
    return linked.mesh;
  };
  const apply = (change: FileChange) => {
    now = applyChange(now, change).files;
    changes.push(change);
  };
  const file = (path: string) => now.find((candidate) => candidate.path === path);
  const slices = (path: string, indexes: readonly number[]): readonly DocumentSlice[] => {
    const text = file(path)?.text ?? '';
    const known = currentMesh().files.find((one) => one.path === path);
    return slicesIn(text, known?.documents ?? [], indexes) ?? splitDocuments(text);
  };
  const slice = ({ source }: Resource): DocumentSlice => {
    const found = slices(source.file, [source.document])[source.document];
    if (!found)
      throw new RefusedError('not-found', `There is no document ${source.document + 1} in ${source.file}.`);
    return found;
  };
  const resource = (id: ResourceId): Resource => {
    const found = currentMesh().byId.get(id);
    if (!found) throw new RefusedError('not-found', `There is no ${id} in the files.`);
    if (found.stale) {
      const why = `The YAML of ${found.name || found.kind} cannot be read now, so it is not safe to change it from here.`;
      throw new RefusedError('broken', `${why} Mend it in the text first; the problems say where.`);
    }
    return found;
  };
  const written = (found: Resource, path: Path): Path => {
    const inside = writtenPath(found, path);
    if (inside) return inside;
    throw new RefusedError(
      'unsafe',
      `${found.name} is only assumed, in ${found.source.file}, and that has no place for this. Add it as a ${found.kind} of its own first.`,
    );
  };

  return {
    get mesh() {
      return currentMesh();
    },
    get files() {
      return now;
    },
    changes,
    resource,
    file,
    slice,
    slices,
    written,
    apply,
    know: (document) => void known.set(document.text, document),
    standingWhere(id) {
      const before = mesh.byId.get(id)?.source;
      const same = ({ source }: Resource) =>
        before !== undefined &&
        source.file === before.file &&
        source.document === before.document &&
        source.path.join('/') === before.path.join('/');
      return currentMesh().resources.find(same)?.id;
    },
    edit(id, edit) {
      const found = resource(id);
      const { source } = found;
      const inside = written(found, edit.path);
      const document = slice(found);
      const { edits } = editDocument(document.text, { ...edit, path: [...source.path, ...inside] });
      if (edits.length > 0) apply({ kind: 'edit', path: source.file, edits: shifted(edits, document.from) });
    },
  };
}

/**
 * Where the documents of a file stand, laid end to end, so that a long one need not be split for every edit; undefined
 * where they are not the file, because one is still to be read. That is looked at for the documents at `indexes`, or for all.
 */
function slicesIn(
  text: string,
  documents: readonly ParsedDocument[],
  indexes?: readonly number[],
): readonly DocumentSlice[] | undefined {
  const slices = laidOut(documents);
  if (slices.at(-1)?.to !== text.length) return undefined;
  const looked = indexes ? indexes.flatMap((index) => slices[index] ?? []) : slices;
  return looked.every((slice) => text.startsWith(slice.text, slice.from)) ? slices : undefined;
}

/** Edits of a document as edits of its file. */
export function shifted(edits: readonly TextEdit[], by: number): TextEdit[] {
  return edits.map(({ from, to, insert }) => ({ from: from + by, to: to + by, insert }));
}

/** The mesh of the files after some changes; what did not change is not read again. */
function relinked(
  files: readonly TextFile[],
  before: readonly TextFile[],
  mesh: Mesh,
  changes: readonly FileChange[],
  read: (text: string) => ParsedDocument,
): Mesh {
  const filesBefore = new Map(before.map((file) => [file.path, file]));
  const readBefore = new Map(mesh.files.map((file) => [file.path, file]));
  const made = groupedBy(changes, ({ path }) => path);
  const documents = files.map((file) => {
    const old = filesBefore.get(file.path);
    const known = readBefore.get(file.path);
    if (known && old === file) return known;
    const had = known?.documents ?? [];
    const own = made.get(file.path) ?? [];
    const slices = (old && slicesAfter(old.text, had, own)) ?? splitDocuments(file.text);
    return { path: file.path, documents: readAgain(slices, had, read) };
  });
  return linkMesh(documents, mesh.settings, mesh);
}

/** The slices of a file after edits, without splitting all of it again; undefined where something else was done to it. */
function slicesAfter(
  text: string,
  documents: readonly ParsedDocument[],
  changes: readonly FileChange[],
): readonly DocumentSlice[] | undefined {
  const edits = changes.flatMap((change) => (change.kind === 'edit' ? [change.edits] : []));
  const slices = edits.length === changes.length ? slicesIn(text, documents) : undefined;
  return slices && edits.reduce(splitAgain, slices);
}
