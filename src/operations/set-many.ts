import { writtenPath, type Resource } from '../istio/index.ts';
import { composeEdits, type TextEdit } from '../text/index.ts';
import { editDocument, splitDocuments, type Path, type YamlValue } from '../yaml/index.ts';
import { shifted, type Draft } from './draft.ts';

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

/**
 * Writes many values that replace others, each document read as often as it has places and the mesh not at all in between:
 * what is asked for one by one is linked anew each time. Throws `RefusedError`.
 */
export function setMany(draft: Draft, places: readonly PlacedValue[]): void {
  for (const [path, own] of groupedBy(places, ({ file }) => file)) {
    const file = draft.file(path);
    if (!file) continue;
    const slices = splitDocuments(file.text);
    const edits = [...groupedBy(own, ({ document }) => document)].flatMap(([index, here]) => {
      const slice = slices[index];
      return slice ? shifted(editsOf(slice.text, here), slice.from) : [];
    });
    const inOrder = edits.toSorted((a, b) => a.from - b.from);
    if (inOrder.length > 0) draft.apply({ kind: 'edit', path, edits: inOrder });
  }
}

function editsOf(text: string, places: readonly PlacedValue[]): readonly TextEdit[] {
  let now = text;
  let edits: readonly TextEdit[] = [];
  for (const { path, value } of places) {
    const next = editDocument(now, { kind: 'set', path, value });
    edits = composeEdits(text.length, edits, next.edits);
    now = next.text;
  }
  return edits;
}

function groupedBy<K, T>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
