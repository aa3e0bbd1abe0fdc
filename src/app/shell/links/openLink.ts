import { readLink, workspaceFromText, type Link } from '../../../exchange/index.ts';
import type { Session } from '../../../session/index.ts';
import { authoringStore, goWriting } from '../../authoring/where.ts';
import { panes } from '../../commands/panes.ts';
import { beginLesson } from '../../lesson/begin.ts';
import { openAddress, openPack } from '../../lesson/packs/openPack.ts';
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
  // What opens is seen in the workspace; who was writing lessons goes back by one press.
  if (authoringStore.get().where === 'open') goWriting('away');
  // Of a pack that has mistakes these are shown, and no lesson is begun.
  const opened = await packOf(link);
  if (!opened) return;
  const lesson = keyOf(link, opened.id);
  if (link.workspace !== undefined) await openShared(session, link.workspace, lesson, link.step);
  else if (lesson !== undefined) await beginLesson(session, lesson, link.step);
  else if (opened.id !== null) panes.shell?.openDialog('lessons', opened.id);
  if (link.present) (await import('../../present/chunk.ts')).startPresenting(session);
}

const keyOf = ({ lesson }: Link, pack: string | null): string | undefined =>
  lesson === undefined || pack === null ? lesson : lessonKey(pack, lesson);

async function packOf({ pack, lessons }: Link): Promise<{ readonly id: string | null } | null> {
  if (lessons !== undefined) return carriedPack(lessons);
  return pack === undefined ? { id: null } : packAt(pack);
}

/** The pack that the link itself carries. Null where it has mistakes. */
async function carriedPack(text: string): Promise<{ readonly id: string } | null> {
  const shared = workspaceFromText(text);
  if ('refused' in shared) throw new Error(shared.refused);
  const pack = await openPack({ name: shared.name, address: null, files: shared.files });
  if (!pack) panes.shell?.openDialog('pack-trouble');
  return pack;
}

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
