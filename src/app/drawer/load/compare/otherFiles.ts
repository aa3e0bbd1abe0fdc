import { planOperation, type Operation } from '../../../../operations/index.ts';
import type { Session } from '../../../../session/index.ts';
import { applyChanges, type TextFile } from '../../../../text/index.ts';
import { RefusedError } from '../../../../yaml/index.ts';
import { compareStore, type Trial } from './compareState.ts';

/** What is tried, as one step. */
export function trialOperation(trials: readonly Trial[]): Operation {
  const operations = trials.map(({ field: { resource, path }, value }): Operation => {
    const text = value.trim();
    return text === ''
      ? { kind: 'remove-field', resource, path }
      : { kind: 'set-field', resource, path, value: /^\d+$/.test(text) ? Number(text) : text };
  });
  const names = trials.map(({ field: { name } }) => name).join(', ');
  return { kind: 'all', operations, label: `Set ${names}` };
}

/** Those that change something. */
export const realTrials = (trials: readonly Trial[]): readonly Trial[] =>
  trials.filter(({ field: { written = '' }, value }) => value.trim() !== written);

/** The files to compare with, or why there are none, in words. */
export async function otherFiles(
  session: Session,
): Promise<{ readonly files: readonly TextFile[] } | { readonly said: string }> {
  const { workspace, analysis } = session.getState();
  const { side, trials, last } = compareStore.get();
  switch (side.kind) {
    case 'opened':
      return { files: workspace.opened };
    case 'last':
      return last
        ? { files: last }
        : { said: 'Nothing was changed since the load lab was opened. Change a field, and come back here.' };
    case 'point':
      try {
        return { files: await session.readRestorePoint(side.id) };
      } catch (error) {
        return { said: error instanceof Error ? error.message : String(error) };
      }
    case 'fields': {
      const real = realTrials(trials);
      if (!real.length)
        return { said: 'Choose a field, and give it another value: it is tried on a copy of your files.' };
      try {
        const { changes } = planOperation(
          { files: workspace.files, mesh: analysis.mesh },
          trialOperation(real),
        );
        return { files: applyChanges(workspace.files, changes).files };
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error;
        return { said: error.message };
      }
    }
  }
}
