import { SETTINGS_FILE, settingsFileOf, settingsIn } from '../istio/index.ts';
import {
  appendDocument,
  editDocument,
  emitDocument,
  equalValues,
  parseDocument,
  RefusedError,
  splitDocuments,
  type DocumentEdit,
  type YamlMap,
} from '../yaml/index.ts';
import { shifted, type Draft } from './draft.ts';

/** The order in which the settings file reads best; new keys go where it has them. */
export const SETTING_ORDER = [
  'targetVersion',
  'clusterDomain',
  'rootNamespace',
  'defaultNamespace',
  'dnsCapture',
  'meshConfig',
  'knownNamespaces',
  'ingressGateway',
  'suppress',
  'assume',
];

const HEAD =
  '# Read by Meshwright: which mesh these files are meant for, and what its cluster has beside them.\n';

/** What the settings file says now; an empty map where there is none. */
export function settingsNow(draft: Draft): YamlMap {
  const file = settingsText(draft);
  const maps = splitDocuments(file?.text ?? '').map(({ text }) => settingsIn(parseDocument(text).value));
  return maps.find((map) => map !== undefined) ?? {};
}

/**
 * Changes what the settings file says, touching nothing else in it; it is made where there is none. Throws
 * `RefusedError` where it cannot be read now.
 */
export function editSettings(draft: Draft, edit: DocumentEdit, whole: YamlMap): void {
  const file = settingsText(draft);
  if (!file) {
    draft.apply({ kind: 'create', path: SETTINGS_FILE, text: HEAD + emitDocument(whole) });
    return;
  }
  const documents = splitDocuments(file.text).map((slice) => ({ slice, ...parseDocument(slice.text) }));
  const broken = documents.some(({ value, problems }) => value === undefined && problems.length > 0);
  const holding = documents.find(({ value }) => settingsIn(value) !== undefined);
  if (!holding && broken) {
    throw new RefusedError(
      'broken',
      `The YAML of ${file.path} cannot be read now, so it is not safe to change it from here. Mend it in the text first.`,
    );
  }
  if (holding) {
    const { edits } = editDocument(holding.slice.text, edit);
    draft.apply({ kind: 'edit', path: file.path, edits: shifted(edits, holding.slice.from) });
    return;
  }
  // Nothing but comments: what is new goes behind them, in the same document.
  const empty = documents.every(({ value }) => value === undefined || value === null);
  const text = emitDocument(whole);
  const at = file.text.length;
  const insert = file.text === '' || /[\r\n]$/.test(file.text) ? text : `\n${text}`;
  draft.apply({
    kind: 'edit',
    path: file.path,
    edits: [empty ? { from: at, to: at, insert } : appendDocument(file.text, text)],
  });
  if (!equalValues(settingsNow(draft), whole)) {
    throw new RefusedError('unsafe', `${file.path} cannot be added to as it is written. Write it by hand.`);
  }
}

/** Where the last setting is gone, no `{}` stays behind; and no file, where all else in it is what it was made with. */
export function tidyEmptySettings(draft: Draft): void {
  const file = settingsText(draft);
  const empty = file && /^\{\}[ \t]*(\r?\n|$)/m.exec(file.text);
  if (!file || !empty || Object.keys(settingsNow(draft)).length || splitDocuments(file.text).length > 1)
    return;
  const [from, to] = [empty.index, empty.index + empty[0].length];
  if (file.text.slice(0, from) + file.text.slice(to) === HEAD)
    draft.apply({ kind: 'delete', path: file.path });
  else draft.apply({ kind: 'edit', path: file.path, edits: [{ from, to, insert: '' }] });
}

function settingsText(draft: Draft): ReturnType<Draft['file']> {
  return draft.file(settingsFileOf(draft.mesh.files)?.path ?? SETTINGS_FILE);
}
