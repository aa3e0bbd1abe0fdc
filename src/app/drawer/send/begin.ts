import type { Session } from '../../../session/index.ts';
import { callersIn, targetsIn } from '../../../traffic/index.ts';
import { sendStore, writeDraft } from './sendState.ts';

/** Fills the fields while they are empty, so that a newcomer need not type anything. */
export function begin(session: Session): void {
  const { draft } = sendStore.get();
  const { mesh } = session.getState().analysis;
  if (draft.url !== '') return;
  const [caller] = callersIn(mesh);
  const [target] = targetsIn(mesh);
  writeDraft({ ...(caller && { caller: caller.caller }), ...(target && { url: target.url }) });
}
