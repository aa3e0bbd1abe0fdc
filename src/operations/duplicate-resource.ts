import { asMap, valueAt, type Resource, type ResourceId } from '../istio/index.ts';
import {
  editDocument,
  equalValues,
  parseDocument,
  RefusedError,
  type DocumentEdit,
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

/** Puts a copy right behind the original. A document is copied as it is written, comments included. Returns the copy's id. */
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
    const index = Number(path.at(-1));
    const list = path.slice(0, -1);
    const slice = draft.slice(original);
    // What is assumed is written in a shorter way than it reads.
    const entry = original.assumed ? asMap(valueAt(parseDocument(slice.text).value, path)) : undefined;
    const { edits } = editDocument(slice.text, {
      kind: 'insert',
      path: list,
      index: index + 1,
      value: entry ? { ...entry, name } : value,
    });
    draft.apply({ kind: 'edit', path: file, edits: shifted(edits, slice.from) });
    return copyId;
  }
  const slice = draft.slice(original);
  const insert = asNextDocument(copyOfText(slice.text, original, name));
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
function copyOfText(text: string, { value }: Resource, name: string): string {
  const metadata = asMap(value['metadata']) ?? {};
  const edits: DocumentEdit[] = [
    { kind: 'set', path: ['metadata', 'name'], value: name },
    ...CLUSTERS_OWN.filter((key) => Object.hasOwn(metadata, key)).map((key): DocumentEdit => ({
      kind: 'remove',
      path: ['metadata', key],
    })),
    ...(Object.hasOwn(value, 'status') ? [{ kind: 'remove' as const, path: ['status'] }] : []),
  ];
  return edits.reduce((now, edit) => editDocument(now, edit).text, text);
}

/** The same text as a document behind another: with one `---` in front, without a byte order mark, directives or `...`. */
function asNextDocument(text: string): string {
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const lines = text.replace(/^\ufeff/, '').replace(/^(?:(?:%|#|[ \t]*\r?$)[^\n]*\n)*(?=---)/, '');
  const marked = /^---(?=[ \t\r\n]|$)/.test(lines) ? lines : `---${eol}${lines}`;
  const whole = /[\r\n]$/.test(marked) ? marked : marked + eol;
  return whole.replace(/(?:\r?\n)\.\.\.[ \t]*(?:\r?\n)(?:[ \t]*\r?\n)*$/, eol);
}
