import { workspaceFromText } from '../../../exchange/index.ts';
import { startProgress } from '../../../lessons/index.ts';
import type { KeptLesson, Session } from '../../../session/index.ts';
import { fetchLesson } from '../../lesson/fetch.ts';
import { lessonHere } from '../../lesson/here.ts';
import { showPane } from '../layout/showPane.ts';
import { freeWorkspaceName } from './freeWorkspaceName.ts';

/**
 * Opens the workspace that a link carries as one of its own; what was open stays kept. Where the link says a lesson, it goes on
 * in there, unless the reader is in the midst of it elsewhere. Rejects, in words.
 */
export async function openShared(
  session: Session,
  text: string,
  lesson: string | undefined,
  step = 0,
): Promise<void> {
  const shared = workspaceFromText(text);
  if ('refused' in shared) throw new Error(shared.refused);
  const before = session.getState();
  const taken = [before.workspace, ...before.workspaces].map((one) => one.name);
  const name = freeWorkspaceName(shared.name, taken);
  const { files, request, lab } = shared;
  session.dispatch(
    files.length > 0
      ? {
          type: 'open-files',
          files: files.map((file) => ({ path: file.path, content: file.text })),
          mode: 'replace',
          name,
        }
      : { type: 'new-workspace', name },
  );
  await session.settled();
  const after = session.getState();
  if (after.workspace.id === before.workspace.id) throw new Error('Its files could not be opened.');
  const back = after.workspaces.find(({ id }) => id === before.workspace.id);
  const aside = lesson === undefined ? '' : await attach(session, lesson, step, before.workspace.id);
  if (request) void import('../../drawer/send/index.ts').then(({ sendShown }) => sendShown(session, request));
  if (lab !== undefined) void showLab(session, lab);
  session.dispatch({
    type: 'notify',
    notice: {
      about: 'opening',
      tone: 'info',
      title: `“${name}” came by ${whence()}`,
      detail: `${files.length === 1 ? '1 file' : `${files.length} files`}, in a workspace of its own: what you had is as it was, and what you change here stays with you.${aside}`,
      ...(back && {
        action: { title: `Back to ${back.name}`, action: { type: 'switch-workspace', id: back.id } },
      }),
    },
  });
}

/** Shows the load lab with one of the workspace's scenarios. */
async function showLab(session: Session, path: string): Promise<void> {
  session.dispatch({ type: 'prefer', preferences: { drawerTab: 'load' } });
  showPane(session, 'drawer');
  const { beginScenario, showKept } = await import('../../drawer/load/scenario.ts');
  await beginScenario(session);
  showKept(session, path);
}

/** Makes the open workspace the lesson's. Returns what has to be said where it is not. */
async function attach(session: Session, key: string, step: number, from: string): Promise<string> {
  const state = session.getState();
  const under = state.lessons.find((one) => one.lesson === key);
  if (under && state.workspaces.some(({ id }) => id === under.workspace))
    return ` It belongs to the lesson “${under.title}”, which you are in the midst of: that stays where you left it.`;
  const lesson = await fetchLesson(key).catch(() => null);
  if (!lesson) return ' The lesson that it belongs to is not here.';
  const at = Math.min(step, lesson.steps.length - 1);
  const own = lessonHere(state)?.from ?? from;
  const kept: KeptLesson = {
    lesson: key,
    title: lesson.title,
    workspace: state.workspace.id,
    from: own,
    begun: at,
    progress: { ...startProgress(lesson), at },
  };
  session.dispatch({ type: 'keep-lesson', lesson: kept });
  showPane(session, 'lesson');
  return '';
}

/** Where the link was followed, as far as the browser says. */
function whence(): string {
  try {
    const { host } = new URL(document.referrer);
    return host && host !== location.host ? `a link at ${host}` : 'a link';
  } catch {
    return 'a link';
  }
}
