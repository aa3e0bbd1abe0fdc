import {
  asTexts,
  folderOf,
  isElsewhere,
  isKustomization,
  isOwnFile,
  member,
  mentionsIn,
  pathsIn,
  relativeFrom,
  resolved,
  resourcesOf,
  writtenFrom,
} from '../../istio/index.ts';
import {
  applyChanges,
  applyEdits,
  fileText,
  minimalEdit,
  type FileChange,
  type TextFile,
} from '../../text/index.ts';
import {
  editDocument,
  parseDocument,
  RefusedError,
  splitDocuments,
  type DocumentEdit,
} from '../../yaml/index.ts';
import { shifted } from '../draft.ts';

interface Moves {
  readonly come: readonly string[];
  readonly gone: ReadonlySet<string>;
  readonly renamed: ReadonlyMap<string, string>;
  /** The same the other way round. */
  readonly cameFrom: ReadonlyMap<string, string>;
  /** Of kustomizations that moved: by their folder others name them. */
  readonly folders: ReadonlyMap<string, string>;
}

/**
 * What kustomizations have to say otherwise after files came, went or got other names, so that what is built stays what is
 * in the files: changes to be made after these ones. Only what names files is touched; a kustomization that cannot be read is
 * left alone.
 */
export function kustomizationChanges(
  files: readonly TextFile[],
  changes: readonly FileChange[],
): readonly FileChange[] {
  if (changes.every(({ kind }) => kind === 'edit') || !files.some(({ path }) => isKustomization(path)))
    return [];
  const after = applyChanges(files, changes).files;
  const moves = movesIn(files, after, changes);
  return after
    .filter(({ path }) => isKustomization(path))
    .flatMap(({ path, text }): readonly FileChange[] => {
      const edit = minimalEdit(text, followed(path, text, moves, after));
      return edit ? [{ kind: 'edit', path, edits: [edit] }] : [];
    });
}

function movesIn(
  before: readonly TextFile[],
  after: readonly TextFile[],
  changes: readonly FileChange[],
): Moves {
  const was = new Set(before.map(({ path }) => path));
  const is = new Set(after.map(({ path }) => path));
  const renamed = new Map(
    changes.flatMap((change) =>
      change.kind === 'rename' && was.has(change.path) && is.has(change.to)
        ? [[change.path, change.to] as const]
        : [],
    ),
  );
  const newNames = new Set(renamed.values());
  const moved = [...renamed].filter(([from, to]) => isKustomization(from) && isKustomization(to));
  return {
    come: [...is].filter((path) => !was.has(path) && !newNames.has(path)),
    gone: new Set([...was].filter((path) => !is.has(path) && !renamed.has(path))),
    renamed,
    cameFrom: new Map([...renamed].map(([from, to]) => [to, from])),
    folders: new Map(
      moved.map(([from, to]) => [folderOf(from), folderOf(to)] as const).filter(([from, to]) => from !== to),
    ),
  };
}

/** The text of a kustomization after what it names has moved. */
function followed(own: string, text: string, moves: Moves, files: readonly TextFile[]): string {
  const folder = folderOf(own);
  let now = text;
  const edit = (change: DocumentEdit): void => {
    const [slice] = splitDocuments(now);
    if (!slice) return;
    const { edits } = editDocument(slice.text, change);
    now = applyEdits(now, shifted(edits, slice.from));
  };
  const value = () => parseDocument(splitDocuments(now)[0]?.text ?? '').value;
  const wasAt = moves.cameFrom.get(own);
  try {
    // It names by paths from where it stands, so what it names stays the same by other paths.
    if (wasAt !== undefined && folderOf(wasAt) !== folder)
      for (const { path, before, written } of pathsIn(value())) {
        const named = isElsewhere(written) ? null : resolved(folderOf(wasAt), written);
        if (named === null) continue;
        const rewritten = relativeFrom(folder, moves.renamed.get(named) ?? moves.folders.get(named) ?? named);
        const said =
          before + (written.startsWith('./') && !rewritten.startsWith('.') ? './' : '') + rewritten;
        edit({ kind: 'set', path, value: said });
      }
    for (const { item, path, written } of mentionsIn(value()).toReversed()) {
      const named = resolved(folder, written);
      if (named === null) continue;
      const base = moves.folders.get(named);
      if (base !== undefined) edit({ kind: 'set', path, value: relativeFrom(folder, base) });
      const to = moves.renamed.get(named);
      const rewritten = to === undefined ? null : writtenFrom(folder, to);
      if (rewritten !== null)
        edit({ kind: 'set', path, value: (written.startsWith('./') ? './' : '') + rewritten });
      // What moved out of its folder is no longer its to build.
      else if (to !== undefined || moves.gone.has(named))
        edit({ kind: 'remove', path: item, comments: true });
    }
    for (const path of moves.come) {
      const listed = asTexts(member(value(), 'resources'));
      if (!isBuilt(path, files) || !isHome(folder, listed, path, files)) continue;
      if (mentionsIn(value()).some(({ written }) => resolved(folder, written) === path)) continue;
      const written =
        (listed.some((one) => one.startsWith('./')) ? './' : '') + (writtenFrom(folder, path) ?? path);
      edit({ kind: 'insert', path: ['resources'], index: placeFor(written, listed), value: written });
    }
    return now;
  } catch (error) {
    if (error instanceof RefusedError) return text;
    throw error;
  }
}

/** Whether a cluster would get something of a file; one that is empty yet is meant to be filled. */
function isBuilt(path: string, files: readonly TextFile[]): boolean {
  if (!/\.(ya?ml|json)$/.test(path)) return false;
  if (isKustomization(path) || isOwnFile(path)) return false;
  const text = fileText(files, path) ?? '';
  const documents = splitDocuments(text).map((slice) => parseDocument(slice.text));
  return text.trim() === '' || resourcesOf(path, documents).length > 0;
}

/** Whether a new file belongs to a kustomization: in its folder, or below it beside files that it lists. */
function isHome(
  folder: string,
  listed: readonly string[],
  path: string,
  files: readonly TextFile[],
): boolean {
  const place = folderOf(path);
  if (place === folder) return true;
  if (files.some((file) => isKustomization(file.path) && folderOf(file.path) === place)) return false;
  return listed.some((written) => {
    const named = resolved(folder, written);
    return named !== null && /\.(ya?ml|json)$/.test(named) && folderOf(named) === place;
  });
}

/** At the end; where the others are in alphabetical order, among them. */
function placeFor(written: string, listed: readonly string[]): number {
  const sorted =
    listed.length > 1 && listed.every((one, index) => index === 0 || (listed[index - 1] ?? '') <= one);
  const next = sorted ? listed.findIndex((one) => one > written) : -1;
  return next < 0 ? listed.length : next;
}
