import type { Session } from '../../../session/index.ts';
import { callersIn, targetsIn } from '../../../traffic/index.ts';
import { draftOf } from './draft.ts';
import { sendStore, writeDraft } from './sendState.ts';
import { suggestionsNow } from './useSuggestions.ts';

/** Fills the fields while they are empty, so that a newcomer need not type anything. */
export async function begin(session: Session): Promise<void> {
  const { mesh } = session.getState().analysis;
  if (sendStore.get().draft.url !== '') return;
  const [caller] = callersIn(mesh);
  if (caller) writeDraft({ caller: caller.caller });
  const found = await suggestionsNow(session);
  if (sendStore.get().draft.url !== '') return;
  const [first] = found?.requests ?? [];
  const [target] = targetsIn(mesh);
  if (first) writeDraft(draftOf(first.request));
  else if (target) writeDraft({ url: target.url });
}
