import { createGoalPort, released, type GoalPort } from '../../browser/index.ts';
import { resourcesMeant } from '../../lessons/index.ts';
import type { Session, ToldGoal } from '../../session/index.ts';
import { canvasStore } from '../canvas/state/canvasState.ts';
import { fetchLesson } from './fetch.ts';
import { lessonHere } from './here.ts';
import { partsOfKey } from './packs/packs.ts';
import { lessonStore, say } from './lessonStore.ts';
import { packStore } from './packs/packStore.ts';
import { keepAction, running, type Running } from './progress.ts';

/** Milliseconds for which typing rests before goals are checked. */
const REST = 90;

const followed = new WeakSet<Session>();

/** From now on the lesson of the open workspace is fetched, and the goals of its step are checked whenever the text changes. */
export function follow(session: Session): void {
  if (followed.has(session)) return;
  followed.add(session);
  let port: GoalPort | undefined;
  let fetched: string | null = null;
  let step = '';
  let checked = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen = seenIn(session);

  const check = async (): Promise<void> => {
    const now = running(session);
    const goals = now?.lesson.steps[now.progress.at]?.goals ?? [];
    if (!now || goals.length === 0) return;
    const { revision, workspace } = session.getState();
    const at = step;
    port ??= createGoalPort();
    try {
      const told = await port.check(workspace.files, goals);
      // What is told may move a button that is being pressed.
      await released();
      // Of an older text nothing is told: the newer one is being checked.
      if (at === step && revision === session.getState().revision) tell(session, now, told);
    } catch (error) {
      if (at === step) lessonStore.set({ unchecked: error instanceof Error ? error.message : String(error) });
    }
  };

  const look = (): void => {
    const kept = lessonHere(session.getState());
    dropPointer();
    if ((kept?.lesson ?? null) !== fetched) {
      fetched = kept?.lesson ?? null;
      lessonStore.set({ lesson: null, trouble: null, goals: null, unchecked: null });
      if (kept) fetchFor(kept.lesson);
    }
    const now = running(session);
    const here = now ? `${now.kept.workspace} ${now.lesson.id} ${now.progress.at}` : '';
    const { revision } = session.getState();
    const moved = here !== step;
    if (!moved && revision === checked) return;
    [step, checked] = [here, revision];
    clearTimeout(timer);
    if (moved) {
      lessonStore.set({ goals: null, unchecked: null });
      if (now) offerToLook(session, now);
    }
    if (now) timer = setTimeout(() => void check(), moved ? 0 : REST);
  };

  /** What is pointed at stays lit until somebody looks at something else. */
  const dropPointer = (): void => {
    const next = seenIn(session);
    if (next.selection === seen.selection && next.workspace === seen.workspace) return;
    seen = next;
    canvasStore.set({ pointed: null });
  };

  const fetchFor = (id: string): void => {
    fetchLesson(id).then(
      (lesson) => {
        if (fetched !== id) return;
        lessonStore.set({ lesson, trouble: null, goals: null });
        checked = -1;
        look();
      },
      (error: Error) => {
        if (fetched === id) lessonStore.set({ trouble: error.message });
      },
    );
  };

  // A pack was opened again: its lesson may be another now.
  let { edition } = packStore.get();
  packStore.subscribe(() => {
    const next = packStore.get().edition;
    if (next === edition) return;
    edition = next;
    const kept = lessonHere(session.getState());
    if (kept && partsOfKey(kept.lesson)) fetchFor(kept.lesson);
  });
  session.subscribe(look);
  look();
}

const seenIn = (session: Session) => {
  const { selection, workspace } = session.getState();
  return { selection, workspace: workspace.id };
};

/** Shows what a check found; what is met now and was not before is said. */
function tell(session: Session, { lesson, progress }: Running, told: readonly ToldGoal[]): void {
  const before = lessonStore.get().goals;
  lessonStore.set({ goals: told, unchecked: null });
  const { at } = progress;
  const all = told.every(({ met }) => met);
  if (before) {
    const fresh = told.filter(({ met }, index) => met && before[index]?.met === false);
    const lost = told.filter(({ met }, index) => !met && before[index]?.met === true);
    const words = [
      ...fresh.map(({ title }) => `Goal met: ${title}`),
      ...lost.map(({ title }) => `No longer met: ${title}`),
      ...(all && fresh.length
        ? [at + 1 < lesson.steps.length ? 'All goals of this step are met.' : 'All goals are met.']
        : []),
    ];
    if (words.length) say(words.join(' '));
  }
  if (all && progress.steps[at]?.state !== 'done') keepAction(session, { kind: 'met', step: at });
}

/** Lights on the canvas what a step wants looked at, and puts its first request into the fields. */
function offerToLook(session: Session, { lesson, progress }: Running): void {
  const look = lesson.steps[progress.at]?.look;
  pointAt(session, look?.resources ?? []);
  const [first] = look?.requests ?? [];
  if (first) void import('../drawer/send/index.ts').then(({ fill }) => fill(first));
}

/** Lights resources on the canvas; none takes the light away. */
export function pointAt(session: Session, patterns: readonly Parameters<typeof resourcesMeant>[1][]): void {
  const { mesh } = session.getState().analysis;
  const ids = patterns.flatMap((pattern) => resourcesMeant(mesh, pattern).map(({ id }) => id));
  canvasStore.set({ pointed: ids.length ? new Set(ids) : null });
}
