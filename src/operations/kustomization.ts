import { asTexts, isOwnFile, member } from '../istio/index.ts';
import type { TextFile } from '../text/index.ts';
import { editDocument, parseDocument, RefusedError, type DocumentEdit } from '../yaml/index.ts';
import type { Draft } from './draft.ts';

/**
 * Keeps the `kustomization.yaml` around files that came and went true: what a folder's kustomization does not list is not
 * applied. Returns, in sentences, what could not be done.
 */
export function followInKustomizations(draft: Draft, before: readonly TextFile[]): readonly string[] {
  const [old, now] = [before, draft.files].map((files) => new Set(files.map(({ path }) => path)));
  const came = [...(now ?? [])].filter((path) => !old?.has(path) && isListed(path));
  const went = [...(old ?? [])].filter((path) => !now?.has(path) && isListed(path));
  return [
    ...came.flatMap((path) => follow(draft, path, addition)),
    ...went.flatMap((path) => follow(draft, path, removal)),
  ];
}

const NAME = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/;

const isListed = (path: string): boolean => /\.ya?ml$/.test(path) && !NAME.test(path) && !isOwnFile(path);

type Planned = (list: readonly string[], entry: string) => DocumentEdit | undefined;

/** In the order of its neighbours, where they have one. */
const addition: Planned = (list, entry) => {
  if (list.includes(entry) || list.includes(`./${entry}`)) return undefined;
  const value = list.length > 0 && list.every((each) => each.startsWith('./')) ? `./${entry}` : entry;
  const isSorted = list.every((each, index) => index === 0 || (list[index - 1] ?? '') <= each);
  const at = isSorted ? list.findIndex((each) => each > value) : -1;
  return { kind: 'insert', path: ['resources'], index: at < 0 ? list.length : at, value };
};

const removal: Planned = (list, entry) => {
  const at = list.findIndex((each) => each === entry || each === `./${entry}`);
  return at < 0 ? undefined : { kind: 'remove', path: ['resources', at], comments: true };
};

function follow(draft: Draft, path: string, plan: Planned): readonly string[] {
  const file = nearest(draft.files, path);
  if (!file) return [];
  const entry = path.slice(folderOf(file.path).length);
  const { value } = parseDocument(file.text);
  const list = asTexts(member(value, 'resources'));
  const edit = plan(list, entry);
  if (!edit) return [];
  try {
    const { edits } = editDocument(file.text, edit);
    draft.apply({ kind: 'edit', path: file.path, edits });
    return [];
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return [`${file.path} has to be told of ${entry} by hand: ${error.message}`];
  }
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** The kustomization of the file's folder, or of the nearest folder around it. */
const nearest = (files: readonly TextFile[], path: string): TextFile | undefined =>
  files
    .filter((file) => NAME.test(file.path) && path.startsWith(folderOf(file.path)))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
