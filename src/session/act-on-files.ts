import { minimalEdit, type FileChange } from '../text/index.ts';
import type { Core } from './core.ts';
import { cleanPath, freePath } from './paths.ts';
import { SAMPLE_FILES, SAMPLE_NAME } from './sample.ts';
import type { Workspace } from './types.ts';

const pathsOf = (core: Core) => new Set(core.store.get().workspace.files.map(({ path }) => path));

export function newFile(core: Core, wanted: string, text = ''): boolean {
  const path = freePath(cleanPath(wanted), pathsOf(core));
  const changes: FileChange[] = [{ kind: 'create', path, text }];
  core.commit({ label: `New file ${path}`, changes, origin: 'system', activeFile: path });
  return true;
}

export function renameFile(core: Core, path: string, wanted: string): boolean {
  const to = cleanPath(wanted);
  if (to === path) return true;
  const paths = pathsOf(core);
  if (!paths.has(path)) return false;
  if (paths.has(to)) {
    core.notify({
      tone: 'error',
      title: 'The file was not renamed',
      detail: `There is already a file ${to}.`,
    });
    return false;
  }
  core.commit({ label: `Rename ${path}`, changes: [{ kind: 'rename', path, to }], origin: 'system' });
  return true;
}

export function deleteFile(core: Core, path: string): boolean {
  if (!pathsOf(core).has(path)) return false;
  core.commit({ label: `Delete ${path}`, changes: [{ kind: 'delete', path }], origin: 'system' });
  return true;
}

/** Puts one file, or all, back to what was opened: as edits where the file is still there, so that panes keep their place. */
export function revert(core: Core, path?: string): boolean {
  const { files, opened } = core.store.get().workspace;
  const concerned = (candidate: { path: string }) => path === undefined || candidate.path === path;
  const changes: FileChange[] = [];
  for (const file of files.filter(concerned)) {
    const before = opened.find((candidate) => candidate.path === file.path);
    const edit = before && minimalEdit(file.text, before.text);
    if (!before) changes.push({ kind: 'delete', path: file.path });
    else if (edit) changes.push({ kind: 'edit', path: file.path, edits: [edit] });
  }
  opened.filter(concerned).forEach((file, index) => {
    if (!files.some((candidate) => candidate.path === file.path)) {
      changes.push({ kind: 'create', ...file, index: Math.min(index, files.length) });
    }
  });
  if (changes.length === 0) return true;
  core.commit({
    label: path === undefined ? 'Revert all files' : `Revert ${path}`,
    changes,
    origin: 'system',
  });
  return true;
}

export function renameWorkspace(core: Core, wanted: string): boolean {
  const { id, name, opened } = core.store.get().workspace;
  const next = wanted.trim();
  if (next === '' || next === name) return next === name;
  const facts = { id, name: next, opened };
  core.commit({ label: 'Rename the workspace', changes: [], origin: 'system', facts });
  return true;
}

/** The sample as a workspace of its own, untouched. */
export function sampleWorkspace(id: string): Workspace {
  return { id, name: SAMPLE_NAME, files: SAMPLE_FILES, opened: SAMPLE_FILES };
}

/** Back to the sample. What was there comes back with undo. */
export function resetToSample(core: Core, id: string): boolean {
  const sample = sampleWorkspace(id);
  core.commit({
    label: 'Open the sample',
    changes: replacingAll(core.store.get().workspace, sample.files),
    origin: 'open',
    facts: sample,
    activeFile: sample.files[0]?.path ?? null,
  });
  return true;
}

/** All files out, others in. */
export function replacingAll(workspace: Workspace, files: Workspace['files']): FileChange[] {
  return [
    ...workspace.files.map(({ path }) => ({ kind: 'delete' as const, path })),
    ...files.map((file) => ({ kind: 'create' as const, ...file })),
  ];
}
