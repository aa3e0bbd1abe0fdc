import { copyText } from '../../browser/index.ts';
import { linkFragment } from '../../exchange/index.ts';
import type { Session } from '../../session/index.ts';
import { lessonHere } from '../lesson/here.ts';
import { linkTo } from '../lesson/packs/linkTo.ts';

/** Puts a link on the clipboard that opens the page presenting: the lesson at its step, where one runs. */
export async function copyPresentLink(session: Session): Promise<void> {
  const kept = lessonHere(session.getState());
  const fragment = linkFragment({ present: true, ...(kept && (await linkTo(kept))) });
  await copyText(`${location.href.replace(/#.*$/, '')}${fragment}`);
  session.dispatch({
    type: 'notify',
    notice: {
      tone: 'info',
      title: 'Link copied',
      detail: kept
        ? `It presents “${kept.title}” from this step on.`
        : 'It opens the page presenting. It does not carry your files.',
    },
  });
}
