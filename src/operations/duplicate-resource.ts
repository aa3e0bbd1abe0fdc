import { composeEdits } from '../text/index.ts';
import { asMap, valueAt, type Resource, type ResourceId } from '../istio/index.ts';
import {
  editDocument,
  equalValues,
  fileHeaderEnd,
  parseDocument,
  RefusedError,
  writtenAt,
  type DocumentEdit,
  type EditedDocument,
  type Path,
  type YamlMap,
} from '../yaml/index.ts';
import { nominalId } from './add-resource.ts';
import { shifted, type Draft } from './draft.ts';

/** What the cluster wrote about the original and is not true of a copy. */
const CLUSTERS_OWN = [
  'uid',
  'resourceVersion',
  'creationTimestamp',
  'generation',
  'managedFields',
  'selfLink',
];

/**
 * Puts a copy right behind the original, as it is written, comments included; what stands at the top of a file and speaks of
 * the file stays there alone. Returns the copy's id.
 */
export function duplicateResource(draft: Draft, id: ResourceId, name: string): ResourceId {
  const original = draft.resource(id);
  const value = renamedCopy(original, name);
  const copyId = nominalId(value);
  if (name === '' || draft.mesh.byId.has(copyId)) {
    throw new RefusedError(
      'duplicate',
      name === '' ? 'A copy needs a name.' : `There is already a ${copyId}.`,
    );
  }
  const { file, document, path } = original.source;
  if (path.length > 0) {
    const slice = draft.slice(original);
    const { edits } = copyOfItem(slice.text, original, name);
    draft.apply({ kind: 'edit', path: file, edits: shifted(edits, slice.from) });
    return copyId;
  }
  const slice = draft.slice(original);
  const own = document === 0 ? slice.text.slice(fileHeaderEnd(slice.text)) : slice.text;
  const insert = asNextDocument(copyOfText(own, original, name));
  const eol = /\r?\n/.exec(slice.text)?.[0] ?? '\n';
  const finish = /[\r\n]$/.test(slice.text) ? '' : eol;
  draft.apply({
    kind: 'edit',
    path: file,
    edits: [{ from: slice.to, to: slice.to, insert: finish + insert }],
  });
  const copy = draft.mesh.byId.get(copyId);
  if (!copy || copy.source.document !== document + 1 || !equalValues(copy.value, value)) {
    throw new RefusedError(
      'unsafe',
      `${original.name} cannot be copied as it is written. Copy its text by hand.`,
    );
  }
  return copyId;
}

function renamedCopy({ value }: Resource, name: string): YamlMap {
  const { status: _, ...rest } = value;
  const metadata = Object.fromEntries(
    Object.entries(asMap(value['metadata']) ?? {}).filter(([key]) => !CLUSTERS_OWN.includes(key)),
  );
  return { ...rest, metadata: { ...metadata, name } };
}

/** The document's text with the new name, and without what only the cluster may write. */
const copyOfText = (text: string, original: Resource, name: string): string =>
  changesOfCopy(original, name, []).reduce((now, edit) => editDocument(now, edit).text, text);

/** What is other in a copy that stands at a path. */
function changesOfCopy({ value }: Resource, name: string, at: Path): readonly DocumentEdit[] {
  const metadata = asMap(value['metadata']) ?? {};
  return [
    { kind: 'set', path: [...at, 'metadata', 'name'], value: name },
    ...CLUSTERS_OWN.filter((key) => Object.hasOwn(metadata, key)).map((key): DocumentEdit => ({
      kind: 'remove',
      path: [...at, 'metadata', key],
    })),
    ...(Object.hasOwn(value, 'status') ? [{ kind: 'remove' as const, path: [...at, 'status'] }] : []),
  ];
}

/** The text of a document with a copy of an item right behind it. What is assumed is written in a shorter way than it reads. */
function copyOfItem(text: string, original: Resource, name: string): EditedDocument {
  const { path } = original.source;
  const list = path.slice(0, -1);
  const index = Number(path.at(-1)) + 1;
  const value = valueAt(parseDocument(text).value, path) ?? null;
  const as = writtenAt(text, path);
  const edits: DocumentEdit[] = [
    { kind: 'insert', path: list, index, value, as },
    ...(original.assumed
      ? [{ kind: 'set' as const, path: [...list, index, 'name'], value: name }]
      : changesOfCopy(original, name, [...list, index])),
  ];
  return edits.reduce<EditedDocument>(
    (now, edit) => {
      const next = editDocument(now.text, edit);
      return { edits: composeEdits(text.length, now.edits, next.edits), text: next.text };
    },
    { edits: [], text },
  );
}

/** The same text as a document behind another: with one `---` in front, without a byte order mark, directives or `...`. */
function asNextDocument(text: string): string {
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const lines = text.replace(/^\ufeff/, '').replace(/^(?:(?:%|#|[ \t]*\r?$)[^\n]*\n)*(?=---)/, '');
  const marked = /^---(?=[ \t\r\n]|$)/.test(lines) ? lines : `---${eol}${lines}`;
  const whole = /[\r\n]$/.test(marked) ? marked : marked + eol;
  return whole.replace(/(?:\r?\n)\.\.\.[ \t]*(?:\r?\n)(?:[ \t]*\r?\n)*$/, eol);
}
