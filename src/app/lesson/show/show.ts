import { demonstration, statesOf } from '../../../lessons/index.ts';
import { locationOf } from '../../../language/index.ts';
import type { Session } from '../../../session/index.ts';
import { applyChanges } from '../../../text/index.ts';
import { panes } from '../../commands/panes.ts';
import { contextOf } from '../../source/context.ts';
import { createStore } from '../../store.ts';
import { calm } from '../../theme/motion.ts';
import { keepAction, running } from '../progress.ts';

export type Pace = 'slow' | 'usual' | 'fast';

/** How long an edit stands before the next one comes, in milliseconds. */
const WAIT: Readonly<Record<Pace, number>> = { slow: 7_000, usual: 4_000, fast: 1_500 };

/** A solution that is being played. */
export interface Show {
  /** The workspace and the step that it is for: it ends with them. */
  readonly place: string;
  readonly done: number;
  readonly total: number;
  /** What the last edit did; before the first one, what is going to happen. */
  readonly sentence: string;
  readonly playing: boolean;
}

export const showStore = createStore<{ readonly show: Show | null; readonly pace: Pace }>({
  show: null,
  pace: 'usual',
});

let timer: ReturnType<typeof setTimeout> | undefined;

/** Plays the solution of the step, edit by edit. Who asked for less motion goes from one to the next by hand. */
export function startShow(session: Session): void {
  const left = editsLeft(session);
  if (!left) return;
  clearTimeout(timer);
  const { place, edits } = left;
  if (edits.length) keepAction(session, { kind: 'show-solution' });
  const sentence = edits.length
    ? `${edits.length === 1 ? 'One edit leads' : `${edits.length} edits lead`} to a solution.`
    : 'The files are already as the solution has them.';
  showStore.set({ show: { place, done: 0, total: edits.length, sentence, playing: false } });
  if (edits.length && !calm()) play(session, 600);
}

/** The edits that are left from the files as they are now, whatever the learner did in between. */
function editsLeft(session: Session) {
  const now = running(session);
  const at = now?.progress.at ?? 0;
  const step = now?.lesson.steps[at];
  if (!now || !step || step.goals.length === 0) return null;
  const target = statesOf(now.lesson)[at]?.solved ?? [];
  const edits = demonstration(session.getState().workspace.files, target);
  return { place: `${now.kept.workspace} ${at}`, edits };
}

/** Goes on by itself. */
export function play(session: Session, wait = 0): void {
  const { show } = showStore.get();
  if (!show) return;
  showStore.set({ show: { ...show, playing: true } });
  clearTimeout(timer);
  timer = setTimeout(() => {
    nextEdit(session);
    const after = showStore.get();
    if (after.show?.playing) play(session, WAIT[after.pace]);
  }, wait);
}

export function pause(): void {
  clearTimeout(timer);
  showStore.set(({ show }) => ({ show: show && { ...show, playing: false } }));
}

export function stopShow(): void {
  clearTimeout(timer);
  showStore.set({ show: null });
}

/** Makes the next edit, as one undo step, and selects what it concerns: canvas, form and YAML show it. */
export function nextEdit(session: Session): void {
  const { show } = showStore.get();
  const left = editsLeft(session);
  if (!show) return;
  if (left?.place !== show.place) return stopShow();
  const [edit, ...rest] = left.edits;
  if (!edit) {
    pause();
    return;
  }
  const { files } = applyChanges(session.getState().workspace.files, [edit.change]);
  const { look, sentence } = edit;
  session.dispatch({
    type: 'put-files',
    files,
    label: sentence.replaceAll('`', '').replace(/\.$/, ''),
    ...(look && { select: look }),
  });
  if (look) putCaret(session, look.resource, look.path);
  const done = show.done + 1;
  const playing = show.playing && rest.length > 0;
  if (!playing) clearTimeout(timer);
  showStore.set({ show: { ...show, done, total: done + rest.length, sentence, playing } });
}

/** The caret goes where the edit was made; the keyboard stays where it is. */
function putCaret(session: Session, resource: string, path: Parameters<typeof locationOf>[2]): void {
  // The editor has first to take the text over.
  requestAnimationFrame(() => {
    const { activeFile } = session.getState();
    const location = locationOf(contextOf(session), resource, path);
    if (location && location.file === activeFile) panes.source?.reveal(location.from);
  });
}
