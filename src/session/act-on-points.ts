import { changesTowards } from './act-on-files.ts';
import type { Core } from './core.ts';
import type { LongWork } from './long-work.ts';
import type { PointsKeeper } from './points-keeper.ts';

/** Keeps a restore point under a name. */
export function keepRestorePoint(
  core: Core,
  points: PointsKeeper,
  wanted: string,
  onKept: () => void,
): boolean {
  const name = wanted.trim();
  if (name === '') return false;
  if (points.keep('Kept by hand', name)) {
    onKept();
    core.notify({ tone: 'info', title: `Restore point “${name}” kept` });
    return true;
  }
  core.notify({
    tone: 'error',
    title: 'The restore point was not kept',
    detail: core.store.get().workspace.files.length
      ? 'There are as many as this browser should hold. Remove some of those with a name under Restore points.'
      : 'There are no files in this workspace.',
  });
  return false;
}

/** Puts all files as they were at a restore point. How things are now becomes one itself. */
export function restore(
  core: Core,
  points: PointsKeeper,
  id: string,
  work: Pick<LongWork, 'start'>,
): boolean {
  const point = core.store.get().restorePoints.find((candidate) => candidate.id === id);
  if (!point) return false;
  const { id: workspace } = core.store.get().workspace;
  work.start(async (signal) => {
    const files = await points.read(id);
    const now = core.store.get().workspace;
    if (signal.aborted || now.id !== workspace) return;
    const changes = changesTowards(now.files, files);
    if (changes.length === 0) {
      core.notify({ tone: 'info', title: 'Nothing to restore', detail: 'The files are as they were then.' });
      return;
    }
    const label = point.name === null ? 'Restore an earlier state' : `Restore “${point.name}”`;
    core.commit({ label, changes, origin: 'system', big: true });
  });
  return true;
}
