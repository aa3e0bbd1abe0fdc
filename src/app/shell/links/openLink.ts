import { readLink, type Link } from '../../../exchange/index.ts';
import type { Session } from '../../../session/index.ts';
import { panes } from '../../commands/panes.ts';
import { beginLesson } from '../../lesson/begin.ts';
import { openAddress } from '../../lesson/packs/openPack.ts';
import { lessonKey, loadPacks } from '../../lesson/packs/packs.ts';
import { openShared } from './openShared.ts';

/**
 * Opens what the page's address asks for. It is then taken out of the address: a reload goes on with what one has made of it,
 * and does not open it again. Rejects, in words, for a link that cannot be followed; then nothing has changed.
 */
export async function openLink(session: Session): Promise<void> {
  const { hash } = location;
  history.replaceState(history.state, '', location.href.replace(/#.*$/, ''));
  const link = readLink(hash);
  if ('refused' in link) throw new Error(link.refused);
  // Of a pack that has mistakes these are shown, and no lesson is begun.
  const opened = link.pack === undefined ? { id: null } : await packAt(link.pack);
  if (!opened) return;
  const lesson = keyOf(link, opened.id);
  if (link.workspace !== undefined) await openShared(session, link.workspace, lesson, link.step);
  else if (lesson !== undefined) await beginLesson(session, lesson, link.step);
  else if (opened.id !== null) panes.shell?.openDialog('lessons', opened.id);
  if (link.present) (await import('../../present/chunk.ts')).startPresenting(session);
}

const keyOf = ({ lesson }: Link, pack: string | null): string | undefined =>
  lesson === undefined || pack === null ? lesson : lessonKey(pack, lesson);

/** The pack as it lies beside the page now; as it was opened last, where it cannot be fetched. Null where it has mistakes. */
async function packAt(address: string): Promise<{ readonly id: string } | null> {
  try {
    const pack = await openAddress(address);
    if (!pack) panes.shell?.openDialog('pack-trouble');
    return pack;
  } catch (error) {
    const kept = (await loadPacks()).find((one) => one.address === address);
    if (!kept) throw error;
    return kept;
  }
}
