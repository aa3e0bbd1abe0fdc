import { workHere } from '../../browser/index.ts';
import { summingUp, type ChangeSummary } from '../../exchange/index.ts';
import type { InSteps, RefactorPlan } from '../../operations/index.ts';
import type { TextFile } from '../../text/index.ts';
import { RefusedError } from '../../yaml/index.ts';
import type { Far } from './useLongWork.ts';

/** A plan, and which files it changes by how much; or the sentence why there is none. */
export type WorkedOut =
  { readonly plan: RefactorPlan; readonly summary: ChangeSummary } | { readonly refused: string };

/** Works out a plan in slices, so that the page answers meanwhile; null once nobody waits for it. */
export async function workOut(
  planning: InSteps<RefactorPlan>,
  files: readonly TextFile[],
  signal: AbortSignal,
  tell: (far: Far) => void,
): Promise<WorkedOut | null> {
  const isWanted = () => !signal.aborted;
  try {
    const plan = await workHere(planning, isWanted, (far) => far && tell(far));
    const summary = plan && (await workHere(summingUp(files, plan.after.files), isWanted));
    return summary && { plan, summary };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { refused: error.message };
  }
}
