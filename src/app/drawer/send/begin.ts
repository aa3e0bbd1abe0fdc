import { loadRegexes, regexesAtHand } from '../../../istio/index.ts';
import type { Session } from '../../../session/index.ts';
import { callersIn, targetsIn } from '../../../traffic/index.ts';
import { draftOf } from './draft.ts';
import { sendStore, writeDraft } from './sendState.ts';
import { suggestionsFor } from './suggestions.ts';

/** Fills the fields while they are empty, so that a newcomer need not type anything. */
export async function begin(session: Session): Promise<void> {
  if (!regexesAtHand()) await loadRegexes();
  const { draft } = sendStore.get();
  const { mesh } = session.getState().analysis;
  if (draft.url !== '') return;
  const first = suggestionsFor(mesh).requests[0];
  if (first) {
    writeDraft(draftOf(first.request));
    return;
  }
  const [caller] = callersIn(mesh);
  const [target] = targetsIn(mesh);
  writeDraft({ ...(caller && { caller: caller.caller }), ...(target && { url: target.url }) });
}
