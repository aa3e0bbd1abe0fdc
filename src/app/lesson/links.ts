import { readLink } from '../../exchange/index.ts';
import type { Session } from '../../session/index.ts';
import { beginLesson } from './begin.ts';

/**
 * Opens the lesson that the page's address asks for. It is then taken out of the address: a reload goes on where the learner
 * is. Rejects, in words, for a link that cannot be followed.
 */
export async function openLink(session: Session): Promise<void> {
  const link = readLink(location.hash);
  history.replaceState(history.state, '', location.href.replace(/#.*$/, ''));
  if ('refused' in link) throw new Error(link.refused);
  if (link.lesson !== undefined) await beginLesson(session, link.lesson, link.step);
  if (link.present) (await import('../present/chunk.ts')).startPresenting(session);
}
