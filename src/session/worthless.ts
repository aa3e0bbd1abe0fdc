import { UNTITLED } from './act-on-workspaces.ts';
import { sameFiles } from './restore-points.ts';
import type { RestorePoint, Workspace } from './types.ts';

/** Whether a workspace need not be kept when a person goes on to another: an untouched sample, or nothing at all. */
export function isWorthless(
  { files, opened, name, sample }: Workspace,
  points: readonly RestorePoint[],
): boolean {
  if (points.length > 0) return false;
  if (files.length === 0) return name === UNTITLED || name === '';
  return sample !== undefined && sameFiles(files, opened);
}
