import type { Session, ToldRun } from '../../../session/index.ts';
import { askLab } from './ask.ts';
import { labStore, type LabState, type LabTexts } from './labStore.ts';
import { beginScenario, followText } from './scenario.ts';
import { shadowAfter } from './shadow.ts';

/** So long after a change (milliseconds) it is run again: a burst of typing is one change. */
const PAUSE = 200;

/** What was asked for last. */
let asked: LabTexts | null = null;
let working: AbortController | null = null;
/** What is run once nothing has changed for a while. */
let waiting: ReturnType<typeof setTimeout> | undefined;

const textsOf = (session: Session): LabTexts => {
  const { id, files } = session.getState().workspace;
  const { scenarioText, choice } = labStore.get();
  return { workspace: id, files, scenario: scenarioText, choice };
};

const sameTexts = (a: LabTexts | null, b: LabTexts): boolean =>
  a !== null && a.workspace === b.workspace && a.files === b.files && a.scenario === b.scenario;

/** While somebody looks: runs at once, and again whenever the mesh or the scenario changes. Returns the way to stop. */
export function watchLab(session: Session): () => void {
  const look = (): void => {
    const { ready, workspace } = session.getState();
    if (!ready) return;
    if (workspace.id !== labStore.get().workspace) return void beginScenario(session);
    followText(session);
    const texts = textsOf(session);
    if (sameTexts(asked, texts)) return;
    if (texts.scenario === '') {
      // The files may send to something by now.
      if (asked?.files !== texts.files && labStore.get().draft === '') {
        asked = texts;
        labStore.set({ draft: null });
        void beginScenario(session);
      }
      return;
    }
    asked = texts;
    clearTimeout(waiting);
    labStore.set({ stopped: false, failed: null });
    waiting = setTimeout(() => void runNow(session), labStore.get().run ? PAUSE : 0);
  };
  const stops = [session.subscribe(look), labStore.subscribe(look)];
  // What was left when nobody looked any more is begun again.
  if (!sameTexts(labStore.get().run?.of ?? null, textsOf(session))) asked = null;
  void beginScenario(session).then(look);
  return () => {
    stops.forEach((stop) => stop());
    cancel();
  };
}

function cancel(): void {
  clearTimeout(waiting);
  working?.abort();
  working = null;
  labStore.set({ progress: null });
}

/** Leaves it; what was told before stays. */
export function stopRun(): void {
  cancel();
  labStore.set({ stopped: true });
}

/** Runs it now, whatever was stopped or failed. */
export async function runNow(session: Session): Promise<void> {
  cancel();
  const texts = textsOf(session);
  if (texts.scenario === '') return;
  const own = new AbortController();
  asked = texts;
  working = own;
  const before = labStore.get().run;
  labStore.set({ progress: 0, stopped: false, failed: null });
  const show = (told: ToldRun, done: number): void => {
    const { shadow } = labStore.get();
    const run = { ...told, of: texts, done };
    labStore.set({
      run,
      report: told.report,
      shadow: shadowAfter(before, run, shadow),
      faults: [],
      refused: null,
    });
  };
  try {
    const reply = await askLab(
      session,
      'run',
      { scenario: texts.scenario },
      {
        signal: own.signal,
        onProgress: ({ done, ...told }) => {
          if (working !== own) return;
          labStore.set({ progress: done });
          show(told, done);
        },
      },
    );
    if (working !== own) return;
    working = null;
    labStore.set({ progress: null, ...(reply && saidOf(reply)) });
    if (reply && 'told' in reply) show(reply.told, 1);
  } catch (error) {
    if (working !== own) return;
    cancel();
    labStore.set({ failed: error instanceof Error ? error.message : String(error) });
  }
}

function saidOf(
  reply: { told: unknown } | { refused: string } | { faults: LabState['faults'] },
): Partial<LabState> {
  if ('faults' in reply) return { faults: reply.faults, refused: null };
  if ('refused' in reply) return { faults: [], refused: reply.refused };
  return {};
}
