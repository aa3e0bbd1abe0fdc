import { copyText } from '../../browser/index.ts';
import { linkFragment } from '../../exchange/index.ts';
import type { Session } from '../../session/index.ts';
import { lessonHere } from '../lesson/here.ts';

/** Puts a link on the clipboard that opens the page presenting: the lesson at its step, where one runs. */
export async function copyPresentLink(session: Session): Promise<void> {
  const kept = lessonHere(session.getState());
  const at = kept?.progress.at ?? 0;
  const step = kept && at < kept.progress.steps.length ? { step: at } : {};
  const fragment = linkFragment({ present: true, ...(kept && { lesson: kept.lesson, ...step }) });
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
