import { asList, member } from '../istio/index.ts';
import {
  appendDocument,
  editDocument,
  emitDocument,
  parseDocument,
  RefusedError,
  splitDocuments,
  type DocumentEdit,
  type DocumentSlice,
  type Path,
  type YamlMap,
  type YamlValue,
} from '../yaml/index.ts';
import { shifted, type Draft } from './draft.ts';

const KEY = 'expectations';
const HEAD = '# What requests must do. Checked by Meshwright, on every edit and by "meshwright test".\n';

/** At the end of the list in the last document that has one; the file is made where it is not there. Throws `RefusedError`. */
export function addExpectation(draft: Draft, file: string, value: YamlMap): void {
  const text = draft.file(file)?.text;
  if (text === undefined) {
    draft.apply({ kind: 'create', path: file, text: HEAD + emitDocument({ [KEY]: [value] }) });
    return;
  }
  const documents = splitDocuments(text).map((slice) => ({ slice, ...parseDocument(slice.text) }));
  const holding = documents.findLast((document) => member(document.value, KEY) !== undefined);
  if (holding) {
    const list = member(holding.value, KEY);
    const path: Path = [KEY, asList(list).length];
    edit(
      draft,
      file,
      holding.slice,
      Array.isArray(list) && list.length
        ? { kind: 'insert', path: [KEY], index: list.length, value }
        : { kind: 'set', path: path.slice(0, 1), value: [value] },
    );
    return;
  }
  const broken = documents.some((document) => document.value === undefined && document.problems.length > 0);
  if (broken) throw unreadable(file);
  const whole = emitDocument({ [KEY]: [value] });
  const empty = documents.every((document) => document.value === undefined || document.value === null);
  const insert = text === '' || /[\r\n]$/.test(text) ? whole : `\n${whole}`;
  draft.apply({
    kind: 'edit',
    path: file,
    edits: [empty ? { from: text.length, to: text.length, insert } : appendDocument(text, whole)],
  });
}

/** Which expectation of a file is meant. */
export interface ExpectationPlace {
  readonly file: string;
  readonly document: number;
  readonly index: number;
}

/** Takes one away; with the last one its file goes, unless something else stands in it. */
export function removeExpectation(draft: Draft, { file, document, index }: ExpectationPlace): void {
  const slice = sliceOf(draft, file, document);
  const list = asList(member(parseDocument(slice.text).value, KEY));
  if (list.length > 1 || index !== 0) {
    edit(draft, file, slice, { kind: 'remove', path: [KEY, index] });
    return;
  }
  edit(draft, file, slice, { kind: 'set', path: [KEY], value: [] });
  const left = draft.file(file)?.text ?? '';
  if (left === `${HEAD}${KEY}: []\n`) draft.apply({ kind: 'delete', path: file });
}

/** Changes a field of one: its name, its request, what it expects. */
export function setExpectation(
  draft: Draft,
  { file, document, index }: ExpectationPlace,
  path: Path,
  value: YamlValue,
): void {
  edit(draft, file, sliceOf(draft, file, document), { kind: 'set', path: [KEY, index, ...path], value });
}

/** Writes another key where a field of one stands; its value stays as it is. */
export function renameExpectationKey(
  draft: Draft,
  { file, document, index }: ExpectationPlace,
  path: Path,
  key: string,
): void {
  edit(draft, file, sliceOf(draft, file, document), { kind: 'rename-key', path: [KEY, index, ...path], key });
}

function edit(draft: Draft, file: string, slice: DocumentSlice, change: DocumentEdit): void {
  const { edits } = editDocument(slice.text, change);
  if (edits.length) draft.apply({ kind: 'edit', path: file, edits: shifted(edits, slice.from) });
}

function sliceOf(draft: Draft, file: string, document: number): DocumentSlice {
  const slice = splitDocuments(draft.file(file)?.text ?? '')[document];
  if (!slice) throw new RefusedError('not-found', `There is no document ${document + 1} in ${file}.`);
  if (parseDocument(slice.text).value === undefined) throw unreadable(file);
  return slice;
}

const unreadable = (file: string): RefusedError =>
  new RefusedError(
    'broken',
    `The YAML of ${file} cannot be read now, so it is not safe to change it from here. Mend it in the text first.`,
  );
