import type { TextFile } from '../text/index.ts';
import { replacingAll } from './act-on-files.ts';
import type { Core } from './core.ts';
import { firstShown } from './first-shown.ts';
import type { LongWork } from './long-work.ts';
import { noticesOf } from './opening-notices.ts';
import { readOpened } from './opening.ts';
import { areLarge, readAhead, type ReadingOptions } from './reading.ts';
import { factsOf } from './step.ts';
import type { OpenedFile } from './types.ts';

export interface OpenRequest {
  readonly files: readonly OpenedFile[];
  readonly mode: 'add' | 'replace';
  readonly name?: string | undefined;
  readonly id?: string | undefined;
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
  // What an earlier opening had to say is over, whatever becomes of this one.
  core.retract('opening');
  const tell = () => noticesOf(opening).forEach((notice) => core.notify(notice));
  if (opening.files.length === 0) {
    tell();
    return false;
  }
  if (!areLarge(opening.files)) {
    putInPlace(core, opening.files, request, freshId);
    tell();
    return true;
  }
  const kept = request.mode === 'add' ? core.store.get().workspace.files : [];
  longWork.start(async (signal) => {
    const label = `Opening ${named(opening.files)}`;
    core.store.set({ progress: { label, done: 0, total: 0 } });
    await readAhead([...kept, ...opening.files], reading, signal, (done, total) =>
      core.store.set({ progress: { label, done, total } }),
    );
    if (signal.aborted) return;
    putInPlace(core, opening.files, request, freshId);
    tell();
  });
  return true;
}

/** The files become part of the workspace, or the workspace, as one undo step. */
function putInPlace(
  core: Core,
  files: readonly TextFile[],
  { mode, name, id }: OpenRequest,
  freshId: () => string,
): void {
  const { workspace } = core.store.get();
  const label = `Open ${named(files)}`;
  if (mode === 'replace') {
    const facts = { id: id ?? freshId(), name: name ?? nameFrom(files), opened: files };
    core.commit({
      label,
      changes: replacingAll(workspace, files),
      origin: 'open',
      facts,
      activeFile: firstShown(files),
    });
    return;
  }
  // While a long opening went on, the person may have made a file of the same name.
  const free = readOpened(
    files.map(({ path, text }) => ({ path, content: text })),
    workspace.files.map(({ path }) => path),
  );
  const opened = [...workspace.opened, ...free.files];
  const facts = { ...factsOf(workspace), name: name ?? workspace.name, opened };
  const changes = free.files.map((file) => ({ kind: 'create' as const, ...file }));
  core.commit({ label, changes, origin: 'open', facts, activeFile: firstShown(free.files), big: true });
}

/** A folder's name where all files come out of one, else the first file's. */
function nameFrom(files: readonly TextFile[]): string {
  const first = files[0]?.path ?? '';
  const folder = first.slice(0, first.indexOf('/') + 1);
  if (folder && files.every(({ path }) => path.startsWith(folder))) return folder.slice(0, -1);
  return first.slice(first.lastIndexOf('/') + 1).replace(/\.(ya?ml|json)$/i, '') || 'workspace';
}

function named(files: readonly TextFile[]): string {
  return files.length === 1 ? (files[0]?.path ?? '') : `${files.length} files`;
}
