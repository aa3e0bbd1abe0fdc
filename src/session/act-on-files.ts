import { kustomizationChanges } from '../operations/index.ts';
import { minimalEdit, type FileChange, type TextFile } from '../text/index.ts';
import type { Core } from './core.ts';
import { cleanPath, freePath } from './paths.ts';
import { FIRST_SAMPLE } from './samples/index.ts';
import { factsOf, type Proposal } from './step.ts';
import type { Sample, Workspace } from './types.ts';

const pathsOf = (core: Core) => new Set(core.store.get().workspace.files.map(({ path }) => path));

/** A change of a file, with what the kustomizations that build it have to say then: one step. */
const withKustomizations = (core: Core, change: FileChange): readonly FileChange[] => [
  change,
  ...kustomizationChanges(core.store.get().workspace.files, [change]),
];

export function newFile(core: Core, wanted: string, text = ''): boolean {
  const path = freePath(cleanPath(wanted), pathsOf(core));
  const changes = withKustomizations(core, { kind: 'create', path, text });
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
  const changes = withKustomizations(core, { kind: 'rename', path, to });
  core.commit({ label: `Rename ${path}`, changes, origin: 'system' });
  return true;
}

export function deleteFile(core: Core, path: string): boolean {
  if (!pathsOf(core).has(path)) return false;
  const changes = withKustomizations(core, { kind: 'delete', path });
  core.commit({ label: `Delete ${path}`, changes, origin: 'system', big: true });
  return true;
}

/** Puts one file, or all, back to what was opened. */
export function revert(core: Core, path?: string): boolean {
  const { files, opened } = core.store.get().workspace;
  const changes = changesTowards(files, opened, (candidate) => path === undefined || candidate === path);
  if (changes.length === 0) return true;
  const label = path === undefined ? 'Revert all files' : `Revert ${path}`;
  core.commit({ label, changes, origin: 'system', big: true });
  return true;
}

export interface PutRequest {
  readonly files: readonly TextFile[];
  readonly label: string;
  readonly opened?: readonly TextFile[];
  readonly select?: Proposal['select'];
}

/** Puts these files in the place of all. */
export function putFiles(core: Core, { files, label, opened, select }: PutRequest): boolean {
  const { workspace } = core.store.get();
  const changes = changesTowards(workspace.files, files);
  if (changes.length === 0 && (opened ?? workspace.opened) === workspace.opened) return true;
  const [first] = changes;
  const goesTo = opened === undefined && first && (first.kind === 'edit' || first.kind === 'create');
  core.endMark();
  core.commit({
    label,
    changes,
    origin: 'system',
    select,
    ...(goesTo && { activeFile: first.path }),
    ...(opened && { facts: { ...factsOf(workspace), opened } }),
  });
  return true;
}

/** What turns these files into those: edits where a file is there already, so that panes keep their place. */
export function changesTowards(
  files: readonly TextFile[],
  target: readonly TextFile[],
  concerns: (path: string) => boolean = () => true,
): FileChange[] {
  const before = new Map(files.map(({ path, text }) => [path, text]));
  const after = new Map(target.map(({ path, text }) => [path, text]));
  const changes: FileChange[] = [];
  for (const { path, text } of files.filter((file) => concerns(file.path))) {
    const wanted = after.get(path);
    const edit = wanted === undefined ? null : minimalEdit(text, wanted);
    if (wanted === undefined) changes.push({ kind: 'delete', path });
    else if (edit) changes.push({ kind: 'edit', path, edits: [edit] });
  }
  target
    .filter((file) => concerns(file.path))
    .forEach((file, index) => {
      if (!before.has(file.path)) {
        changes.push({ kind: 'create', ...file, index: Math.min(index, files.length) });
      }
    });
  return changes;
}

export function renameWorkspace(core: Core, wanted: string): boolean {
  const { workspace } = core.store.get();
  const name = wanted.trim();
  if (name === '' || name === workspace.name) return name === workspace.name;
  const facts = { ...factsOf(workspace), name };
  core.commit({ label: 'Rename the workspace', changes: [], origin: 'system', facts });
  return true;
}

/** A sample as a workspace of its own, untouched. */
export function sampleWorkspace(id: string, sample: Sample = FIRST_SAMPLE): Workspace {
  return { id, name: sample.name, files: sample.files, opened: sample.files, sample: sample.id };
}

/** A sample, as a workspace of its own. What was there stays kept, and comes back with undo. */
export function openSample(core: Core, id: string, sample: Sample = FIRST_SAMPLE): boolean {
  core.commit({
    label: `Open the sample ${sample.name}`,
    changes: replacingAll(core.store.get().workspace, sample.files),
    origin: 'open',
    facts: sampleWorkspace(id, sample),
    activeFile: sample.files[0]?.path ?? null,
    select: { resource: sample.select },
  });
  return true;
}

/** Back to the sample, in place, where the workspace began as this one. */
export function resetToSample(core: Core, id: string, sample: Sample = FIRST_SAMPLE): boolean {
  const { workspace } = core.store.get();
  if (workspace.sample !== sample.id) return openSample(core, id, sample);
  const changes = changesTowards(workspace.files, sample.files);
  const facts = { ...factsOf(workspace), opened: sample.files };
  core.commit({ label: 'Reset to the sample', changes, origin: 'system', facts, big: true });
  return true;
}

/** All files out, others in. */
export function replacingAll(workspace: Workspace, files: Workspace['files']): FileChange[] {
  return [
    ...workspace.files.map(({ path }) => ({ kind: 'delete' as const, path })),
    ...files.map((file) => ({ kind: 'create' as const, ...file })),
  ];
}
