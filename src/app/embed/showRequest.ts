import type { Session } from '../../session/index.ts';
import { callersIn, sayJourney, type SaidOutcome } from '../../traffic/index.ts';
import { EMPTY_DRAFT, isObjection, requestOf } from '../drawer/send/draft.ts';
import { sendThis } from '../drawer/send/send.ts';
import { hopsOf, sendStore } from '../drawer/send/sendState.ts';

/** Sends a request and lights its way on the canvas. Resolves to what becomes of it; rejects, in words, where it cannot be sent. */
export async function showRequest(session: Session, url: string, from: string | null): Promise<SaidOutcome> {
  const known = callersIn(session.getState().analysis.mesh).map(({ caller }) => caller);
  const caller = known.find(({ namespace }) => from === null || namespace === from);
  const made = requestOf({
    ...EMPTY_DRAFT,
    caller: caller ?? { kind: 'sidecar', namespace: from ?? 'default' },
    url,
  });
  if (isObjection(made)) throw new Error(made.text);
  const sent = await sendThis(session, made);
  const { answer, objection } = sendStore.get();
  if (!sent || !answer) throw new Error(objection?.text ?? 'The request could not be sent.');
  return sayJourney(hopsOf(answer));
}
