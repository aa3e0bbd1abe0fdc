import type { RefactorPlan } from '../../operations/index.ts';
import type { Session } from '../../session/index.ts';
import type { ParsedDocument } from '../../yaml/index.ts';
import { offerUndo } from '../commands/offerUndo.ts';

/** So many characters that are new are read and linked in the moment of a click. */
const AT_ONCE = 50_000;

/** Does what was planned, as one undo step. Returns whether it was done. */
export function applyPlan(session: Session, { label, select, after: { files } }: RefactorPlan): boolean {
  const to = select && { resource: select.resource, path: select.path ?? [] };
  if (!session.dispatch({ type: 'put-files', files, label, ...(to && { select: to }) })) return false;
  offerUndo(session, label);
  return true;
}

/** Whether a plan changes so much that what follows from it should be worked out before it is applied. */
export const isMuch = (session: Session, plan: RefactorPlan): boolean =>
  newIn(session, plan).reduce((sum, { text }) => sum + text.length, 0) > AT_ONCE;

/**
 * The same for much text: what follows from it is worked out first, while the page goes on. Until then it can be left, and
 * nothing has changed. Resolves to whether it was done; null where it was left.
 */
export async function applyMuch(
  session: Session,
  plan: RefactorPlan,
  signal: AbortSignal,
): Promise<boolean | null> {
  const { files } = session.getState().workspace;
  await session.readAhead(plan.after.files, { documents: newIn(session, plan), signal });
  // Meanwhile another tab or the folder may have brought other text: then it is planned anew.
  if (signal.aborted || session.getState().workspace.files !== files) return null;
  return applyPlan(session, plan);
}

/** The documents of a plan that the files do not hold yet. */
function newIn(session: Session, { after }: RefactorPlan): readonly ParsedDocument[] {
  const known = new Set(session.getState().analysis.mesh.files.flatMap(({ documents }) => documents));
  return after.mesh.files.flatMap(({ documents }) => documents.filter((document) => !known.has(document)));
}
