import { writtenPath, type Resource, type ResourceId } from '../istio/index.ts';
import {
  editDocumentMany,
  parseDocument,
  type DocumentEdit,
  type Path,
  type YamlValue,
} from '../yaml/index.ts';
import { shifted, type Draft } from './draft.ts';
import { groupedBy } from './grouped-by.ts';
import { finished, type InSteps } from './in-steps.ts';

/** A place of a document, from its root, and what is to stand there. */
export interface PlacedValue {
  readonly file: string;
  readonly document: number;
  readonly path: Path;
  readonly value: YamlValue;
}

/** A place of a resource as one of its document; undefined where what is assumed does not say it. */
export function placedIn(resource: Resource, path: Path, value: YamlValue): PlacedValue | undefined {
  const { file, document, path: inside } = resource.source;
  const written = writtenPath(resource, path);
  return written && { file, document, path: [...inside, ...written], value };
}

/** A place of a resource that must be there, readable and written. Throws `RefusedError`. */
export function placeOf(draft: Draft, id: ResourceId, path: Path, value: YamlValue): PlacedValue {
  const resource = draft.resource(id);
  const { file, document, path: inside } = resource.source;
  return { file, document, path: [...inside, ...draft.written(resource, path)], value };
}

/**
 * Writes many values that replace others, each document read once before and once after and the mesh not at all in between:
 * what is asked for one by one is linked anew each time. A step is a document. Throws `RefusedError`.
 */
export function* settingMany(draft: Draft, places: readonly PlacedValue[]): InSteps<void> {
  const all = [...groupedBy(places, ({ file }) => file)].flatMap(([path, own]) => {
    const indexes = [...new Set(own.map(({ document }) => document))];
    return draft.file(path) ? [{ path, slices: draft.slices(path, indexes), own }] : [];
  });
  const read = new Map(draft.mesh.files.map((file) => [file.path, file.documents]));
  const total = new Set(places.map(({ file, document }) => `${document} ${file}`)).size;
  let done = 0;
  for (const { path, slices, own } of all) {
    const edits = [];
    for (const [index, here] of groupedBy(own, ({ document }) => document)) {
      const slice = slices[index];
      if (!slice) continue;
      const edited = editDocumentMany(slice.text, here.map(asEdit), read.get(path)?.[index]);
      edits.push(...shifted(edited.edits, slice.from));
      // It has just been read, to be compared with what was meant.
      draft.know(parseDocument(edited.text));
      done++;
      yield { done, total };
    }
    const inOrder = edits.toSorted((a, b) => a.from - b.from);
    if (inOrder.length > 0) draft.apply({ kind: 'edit', path, edits: inOrder });
  }
}

/** The same, all at once. */
export const setMany = (draft: Draft, places: readonly PlacedValue[]): void =>
  finished(settingMany(draft, places));

const asEdit = ({ path, value }: PlacedValue): DocumentEdit => ({ kind: 'set', path, value });
