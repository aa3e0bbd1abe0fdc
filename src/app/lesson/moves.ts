import { copyText } from '../../browser/index.ts';
import { linkFragment } from '../../exchange/index.ts';
import { progressAfter, startProgress, type ProgressAction } from '../../lessons/index.ts';
import { FIRST_SAMPLE, type Session } from '../../session/index.ts';
import { offerUndo } from '../commands/offerUndo.ts';
import { openSample } from '../shell/samples/openSample.ts';
import { arrivalAt, startOf } from './arrival.ts';
import { lessonHere } from './here.ts';
import { lessonStore, say } from './lessonStore.ts';
import { linkTo } from './packs/linkTo.ts';
import { keepAction, running } from './progress.ts';
import { stopShow } from './show/show.ts';

/** On to the next step; one with goals that are not met is skipped. */
export const next = (session: Session): void => move(session, { kind: 'next' });

export const back = (session: Session): void => move(session, { kind: 'back' });

/** To any step, from 0. */
export const goTo = (session: Session, step: number): void => move(session, { kind: 'go', step });

function move(session: Session, action: ProgressAction): void {
  const now = running(session);
  if (!now) return;
  stopShow();
  const { lesson, kept } = now;
  const progress = progressAfter(lesson, now.progress, action);
  if (progress === now.progress) return;
  const { files, begun } = arrivalAt(lesson, kept.begun, progress, progress.at);
  const title = lesson.steps[progress.at]?.title ?? 'The end of the lesson';
  if (files) put(session, files, `Begin “${title}”`, `The files are now as “${title}” begins`);
  session.dispatch({ type: 'keep-lesson', lesson: { ...kept, begun, progress } });
  say(title);
}

/** Puts files in the place of the learner's, who can take that back. */
function put(session: Session, files: Parameters<typeof same>[0], label: string, told: string): void {
  if (same(files, session.getState().workspace.files)) return;
  if (session.dispatch({ type: 'put-files', files, label })) offerUndo(session, told);
}

const same = (a: readonly { readonly path: string; readonly text: string }[], b: typeof a): boolean =>
  a.length === b.length &&
  a.every(({ path, text }) => b.some((one) => one.path === path && one.text === text));

export function revealHint(session: Session): void {
  const now = running(session);
  const hints = now?.lesson.steps[now.progress.at]?.hints ?? [];
  const shown = now?.progress.steps[now.progress.at]?.hints ?? 0;
  if (shown >= hints.length)
    return say(hints.length ? 'There are no more hints.' : 'This step has no hints.');
  keepAction(session, { kind: 'reveal-hint' });
  say(`Hint ${shown + 1} of ${hints.length}: ${hints[shown] ?? ''}`);
}

/** The step anew: its files as they were at its start, its hints hidden. */
export function restartStep(session: Session): void {
  const now = running(session);
  const step = now?.lesson.steps[now.progress.at];
  if (!now || !step) return;
  stopShow();
  put(
    session,
    startOf(now.lesson, now.progress.at),
    `Restart “${step.title}”`,
    `“${step.title}” begins anew`,
  );
  keepAction(session, { kind: 'restart-step' });
  say(`${step.title}, anew`);
}

/** The lesson anew, from its first step. */
export function restartLesson(session: Session): void {
  const now = running(session);
  if (!now) return;
  stopShow();
  const { lesson, kept } = now;
  put(session, startOf(lesson, 0), `Restart the lesson`, `“${lesson.title}” begins anew`);
  session.dispatch({ type: 'keep-lesson', lesson: { ...kept, begun: 0, progress: startProgress(lesson) } });
  say(`${lesson.title}, anew`);
}

/** The learner's own workspace that one click leads back to, where it is still kept. */
export function ownWorkspace(session: Session): { readonly id: string; readonly name: string } | null {
  const state = session.getState();
  const taught = new Set(state.lessons.map(({ workspace }) => workspace));
  const own = state.workspaces.filter(({ id }) => !taught.has(id));
  return own.find(({ id }) => id === lessonHere(state)?.from) ?? own[0] ?? null;
}

/** Back to the learner's own workspace; the lesson stays where it is. Who has none gets the sample. */
export async function leave(session: Session): Promise<void> {
  stopShow();
  const own = ownWorkspace(session);
  if (own) session.dispatch({ type: 'switch-workspace', id: own.id });
  else await openSample(session, FIRST_SAMPLE.id);
}

/** Puts a link to the step that one is at on the clipboard. */
export async function copyStepLink(session: Session): Promise<void> {
  const kept = lessonHere(session.getState());
  if (!kept) return;
  const { at } = kept.progress;
  const { lesson } = lessonStore.get();
  const fragment = linkFragment(await linkTo(kept));
  await copyText(`${location.href.replace(/#.*$/, '')}${fragment}`);
  const title = lesson?.steps[at]?.title ?? kept.title;
  session.dispatch({
    type: 'notify',
    notice: { tone: 'info', title: 'Link copied', detail: `It opens the lesson at “${title}”.` },
  });
}
