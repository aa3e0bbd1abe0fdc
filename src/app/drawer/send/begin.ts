import type { Session } from '../../../session/index.ts';
import { callersIn, targetsIn } from '../../../traffic/index.ts';
import { draftOf, EMPTY_DRAFT } from './draft.ts';
import { sendStore, writeDraft } from './sendState.ts';
import { suggestionsNow } from './useSuggestions.ts';

/** The workspace that the fields were filled for. */
let filledFor: string | undefined;

/** Fills the fields while they are empty, or about another workspace, so that a newcomer need not type anything. */
export async function begin(session: Session): Promise<void> {
  const { analysis, workspace } = session.getState();
  const { mesh } = analysis;
  const other = filledFor !== undefined && filledFor !== workspace.id;
  filledFor = workspace.id;
  if (other) sendStore.set({ draft: EMPTY_DRAFT, objection: null, middle: 'way' });
  if (sendStore.get().draft.url !== '') return;
  const [caller] = callersIn(mesh);
  if (caller) writeDraft({ caller: caller.caller });
  let { revision } = session.getState();
  let found = await suggestionsNow(session, { revision });
  // The text was changed meanwhile: what was asked of the old one is not answered any more.
  while (!found && revision !== session.getState().revision) {
    ({ revision } = session.getState());
    found = await suggestionsNow(session, { revision });
  }
  if (sendStore.get().draft.url !== '' || filledFor !== workspace.id) return;
  const [first] = found?.requests ?? [];
  const [target] = targetsIn(session.getState().analysis.mesh);
  if (first) writeDraft(draftOf(first.request));
  else if (target) writeDraft({ url: target.url });
}
