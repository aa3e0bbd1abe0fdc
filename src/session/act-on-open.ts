import type { TextFile } from '../text/index.ts';
import { replacingAll } from './act-on-files.ts';
import type { Core } from './core.ts';
import type { LongWork } from './long-work.ts';
import { readOpened, type Opening } from './opening.ts';
import { AT_ONCE, charactersOf, readAhead, unknownDocuments, type ReadingOptions } from './reading.ts';
import type { OpenedFile } from './types.ts';

export interface OpenRequest {
  readonly files: readonly OpenedFile[];
  readonly mode: 'add' | 'replace';
  readonly name?: string | undefined;
}

/** Opens files: at once where they are few, else with progress. Returns false when none of them could be read. */
export function openFiles(
  core: Core,
  request: OpenRequest,
  reading: ReadingOptions,
  longWork: Pick<LongWork, 'start'>,
  freshId: () => string,
): boolean {
  const taken = request.mode === 'add' ? core.store.get().workspace.files.map(({ path }) => path) : [];
  const opening = readOpened(request.files, taken);
  tellAbout(core, opening);
  if (opening.files.length === 0) return false;
  const unknown = unknownDocuments(opening.files, reading.pipeline);
  const total = charactersOf(unknown);
  if (total <= AT_ONCE) {
    putInPlace(core, opening.files, request, freshId);
    return true;
  }
  longWork.start(async (signal) => {
    const label =
      opening.files.length === 1
        ? `Opening ${opening.files[0]!.path}`
        : `Opening ${opening.files.length} files`;
    const progress = (done: number) => core.store.set({ progress: { label, done, total } });
    progress(0);
    await readAhead(unknown, reading, signal, progress);
    if (!signal.aborted) putInPlace(core, opening.files, request, freshId);
  });
  return true;
}

/** The files become part of the workspace, or the workspace, as one undo step. */
function putInPlace(
  core: Core,
  files: readonly TextFile[],
  { mode, name }: OpenRequest,
  freshId: () => string,
): void {
  const { workspace } = core.store.get();
  const label = files.length === 1 ? `Open ${files[0]!.path}` : `Open ${files.length} files`;
  if (mode === 'replace') {
    const facts = { id: freshId(), name: name ?? nameFrom(files), opened: files };
    core.commit({
      label,
      changes: replacingAll(workspace, files),
      origin: 'open',
      facts,
      activeFile: files[0]!.path,
    });
    return;
  }
  // While a long opening went on, the person may have made a file of the same name.
  const free = readOpened(
    files.map(({ path, text }) => ({ path, content: text })),
    workspace.files.map(({ path }) => path),
  );
  const facts = {
    id: workspace.id,
    name: name ?? workspace.name,
    opened: [...workspace.opened, ...free.files],
  };
  const changes = free.files.map((file) => ({ kind: 'create' as const, ...file }));
  core.commit({ label, changes, origin: 'open', facts, activeFile: free.files[0]!.path });
}

/** A folder's name where all files come out of one, else the first file's. */
function nameFrom(files: readonly TextFile[]): string {
  const [first] = files;
  const slash = first!.path.indexOf('/');
  const folder = slash > 0 ? first!.path.slice(0, slash + 1) : '';
  if (folder && files.every(({ path }) => path.startsWith(folder))) return folder.slice(0, -1);
  return first!.path.slice(first!.path.lastIndexOf('/') + 1).replace(/\.(ya?ml|json)$/i, '') || 'workspace';
}

const MOST_NAMED = 5;

function tellAbout(core: Core, { files, refused, renamed }: Opening): void {
  if (refused.length > 0) {
    const lines = refused.slice(0, MOST_NAMED).map(({ path, why }) => `${path}: ${why}`);
    const more = refused.length > MOST_NAMED ? [`… and ${refused.length - MOST_NAMED} more.`] : [];
    const what =
      refused.length === 1 ? `${refused[0]!.path} was left out` : `${refused.length} files were left out`;
    const title = files.length > 0 ? what : 'Nothing was opened';
    core.notify({
      tone: files.length > 0 ? 'warning' : 'error',
      title,
      detail: [...lines, ...more].join('\n'),
    });
  } else if (files.length === 0) {
    core.notify({ tone: 'warning', title: 'Nothing was opened', detail: 'There was no file in it.' });
  }
  if (renamed.length > 0) {
    const lines = renamed.slice(0, MOST_NAMED).map(({ path, to }) => `${path} is now ${to}`);
    const more = renamed.length > MOST_NAMED ? [`… and ${renamed.length - MOST_NAMED} more.`] : [];
    core.notify({
      tone: 'info',
      title:
        renamed.length === 1
          ? 'One file was given another name'
          : `${renamed.length} files were given other names`,
      detail: [...lines, ...more, 'There was already a file of that name.'].join('\n'),
    });
  }
}
