import { isExpectationsFile, isScenarioFile, SCENARIO_END } from '../istio/index.ts';
import {
  editDocument,
  RefusedError,
  splitDocuments,
  type DocumentSlice,
  type Path,
  type YamlValue,
} from '../yaml/index.ts';
import { shifted, type Draft } from './draft.ts';
import { editScenario } from './scenario-text.ts';

/** Which scenario is meant. */
export interface ScenarioPlace {
  readonly file: string;
  readonly document: number;
}

/**
 * The file that a new scenario goes to: beside the other ones, else beside the expectations, else at the top; named after the
 * scenario, as no file is yet.
 */
export function scenarioFile(files: readonly { readonly path: string }[], name: string): string {
  const paths = files.map(({ path }) => path);
  const near = paths.find(isScenarioFile) ?? paths.find(isExpectationsFile) ?? '';
  const folder = near.slice(0, near.lastIndexOf('/') + 1);
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const base = folder + (words.slice(0, 40).replace(/-+$/, '') || 'load');
  const taken = new Set(paths.map((path) => path.toLowerCase()));
  let file = base + SCENARIO_END;
  for (let occurrence = 2; taken.has(file); occurrence++) file = `${base}-${occurrence}${SCENARIO_END}`;
  return file;
}

/** Keeps a scenario as a file. Throws `RefusedError` where the file is there already. */
export function addScenario(draft: Draft, file: string, text: string): void {
  if (draft.file(file))
    throw new RefusedError('duplicate', `${file} is there already. Give the scenario another name.`);
  draft.apply({ kind: 'create', path: file, text });
}

/** Changes a field of a scenario, or takes it away where no value is given. Throws `RefusedError`. */
export function setScenario(
  draft: Draft,
  { file, document }: ScenarioPlace,
  path: Path,
  value: YamlValue | undefined,
): void {
  const slice = sliceOf(draft, file, document);
  const { edits } = editScenario(slice.text, path, value);
  if (edits.length) draft.apply({ kind: 'edit', path: file, edits: shifted(edits, slice.from) });
}

/** Writes another key where a field stands; its value stays as it is. */
export function renameScenarioKey(
  draft: Draft,
  { file, document }: ScenarioPlace,
  path: Path,
  key: string,
): void {
  const slice = sliceOf(draft, file, document);
  const { edits } = editDocument(slice.text, { kind: 'rename-key', path, key });
  if (edits.length) draft.apply({ kind: 'edit', path: file, edits: shifted(edits, slice.from) });
}

function sliceOf(draft: Draft, file: string, document: number): DocumentSlice {
  const slice = splitDocuments(draft.file(file)?.text ?? '')[document];
  if (!slice) throw new RefusedError('not-found', `There is no document ${document + 1} in ${file}.`);
  return slice;
}
