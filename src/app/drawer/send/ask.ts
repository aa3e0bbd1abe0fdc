import {
  createTrafficPort,
  released,
  type TrafficAskOptions,
  type TrafficDeskPort,
} from '../../../browser/index.ts';
import type { Asked, QuestionKind, Reply, Session } from '../../../session/index.ts';

let port: TrafficDeskPort | undefined;

/** Asks about the traffic of the workspace as it is now, away from the page. Null where a later question made it needless. */
export async function ask<K extends QuestionKind>(
  session: Session,
  kind: K,
  asked: Asked<K>,
  options?: TrafficAskOptions,
): Promise<Reply<K> | null> {
  port ??= createTrafficPort();
  const reply = await port.ask(session.getState().workspace.files, kind, asked, options);
  // What is told may move a button that is being pressed.
  await released();
  return reply;
}
