import type { Session, Workspace } from '../../../../session/index.ts';
import { ask } from '../../send/ask.ts';
import { baseStore, filesBefore } from '../base.ts';
import { compareStore } from './compareState.ts';

/** So long after a change (milliseconds) it is compared again: a burst of typing is one change. */
const PAUSE = 250;

/** While somebody looks: compares at once, and again whenever the text changes. Returns the way to stop. */
export function watchComparison(session: Session): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    const { workspace, ready } = session.getState();
    if (!ready || isOf(workspace, asked)) return;
    const first = asked === null || asked.workspace !== workspace.id;
    compareStore.set({ stopped: false, failed: null, ...(first && { compared: null, chosen: null }) });
    clearTimeout(waiting);
    waiting = setTimeout(() => void compare(session), first ? 0 : PAUSE);
  };
  const stops = [session.subscribe(look), baseStore.subscribe(look)];
  // What was left when nobody looked any more is begun again.
  if (!isOf(session.getState().workspace, compareStore.get().compared)) asked = null;
  look();
  return () => {
    stops.forEach((stop) => stop());
    clearTimeout(waiting);
    cancel();
  };
}

interface Texts {
  readonly workspace: string;
  readonly files: unknown;
  readonly before: unknown;
}

/** What was asked about last. */
let asked: Texts | null = null;
let working: AbortController | null = null;

/** Whether something is about the workspace as it is now. */
export const isOf = (workspace: Workspace, texts: Texts | null): boolean =>
  texts?.workspace === workspace.id &&
  texts.files === workspace.files &&
  texts.before === filesBefore(workspace);

function cancel(): void {
  working?.abort();
  working = null;
  compareStore.set({ working: false, progress: null });
}

/** Leaves it; what was told before stays. */
export function stopComparing(): void {
  cancel();
  compareStore.set({ stopped: true });
}

/** Compares now, whatever was stopped or failed. */
export async function compare(session: Session): Promise<void> {
  cancel();
  const { workspace } = session.getState();
  const { id, files } = workspace;
  const before = filesBefore(workspace);
  const texts = { workspace: id, files, before };
  const own = new AbortController();
  asked = texts;
  working = own;
  compareStore.set({ working: true, stopped: false, failed: null });
  try {
    const reply = await ask(
      session,
      'compare',
      {},
      {
        before,
        signal: own.signal,
        onProgress: (progress) => working === own && compareStore.set({ progress }),
      },
    );
    if (working !== own) return;
    // Later files made it needless; if these are shown again, it was not answered yet.
    if (!reply) return void setTimeout(() => working === own && void compare(session), PAUSE);
    working = null;
    if ('told' in reply)
      compareStore.set({ compared: { ...reply.told, ...texts }, working: false, progress: null });
  } catch (error) {
    if (working !== own) return;
    cancel();
    compareStore.set({ failed: error instanceof Error ? error.message : String(error) });
  }
}
