import { createLoadPort, released, type LoadAskOptions, type LoadDeskPort } from '../../../browser/index.ts';
import type { LoadAsked, LoadKind, LoadReply, Session } from '../../../session/index.ts';

let port: LoadDeskPort | undefined;

/** Asks of the workspace as it is now, away from the page. Null where a later question made it needless. */
export async function askLab<K extends LoadKind>(
  session: Session,
  kind: K,
  asked: LoadAsked<K>,
  options?: LoadAskOptions,
): Promise<LoadReply<K> | null> {
  port ??= createLoadPort();
  const reply = await port.ask(session.getState().workspace.files, kind, asked, options);
  // What is told may move a button that is being pressed.
  await released();
  return reply;
}
