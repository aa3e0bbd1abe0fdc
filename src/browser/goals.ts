import { loadRegexes } from '../istio/index.ts';
import type { Goal } from '../lessons/index.ts';
import { createGoalDesk, type ToldGoal } from '../session/index.ts';
import type { TextFile } from '../text/index.ts';
import type { GoalMessage, GoalReply } from './goal-messages.ts';

/** Checks the goals of a lesson, away from the page. */
export interface GoalPort {
  /** Rejects when the program fails. */
  check(files: readonly TextFile[], goals: readonly Goal[]): Promise<readonly ToldGoal[]>;
}

type Settle = {
  readonly resolve: (told: readonly ToldGoal[]) => void;
  readonly reject: (error: Error) => void;
};

/** The worker starts with the first check; where none can be started, the page checks by itself. */
export function createGoalPort(
  startWorker = () => new Worker(new URL('./goal.worker.ts', import.meta.url), { type: 'module' }),
): GoalPort {
  const waiting = new Map<number, Settle>();
  let sent = new Map<string, TextFile>();
  let next = 1;
  let worker: Worker | null | undefined;
  let desk: ReturnType<typeof createGoalDesk> | undefined;

  const start = (): Worker | null => {
    try {
      const started = startWorker();
      started.addEventListener('message', ({ data }: MessageEvent<GoalReply>) => {
        const settle = waiting.get(data.id);
        waiting.delete(data.id);
        if ('failed' in data) settle?.reject(new Error(data.failed));
        else settle?.resolve(data.told);
      });
      started.addEventListener('error', (event) => {
        worker = null;
        started.terminate();
        for (const { reject } of waiting.values())
          reject(new Error(event.message || 'The worker could not be started.'));
        waiting.clear();
      });
      return started;
    } catch {
      return null;
    }
  };

  const here = async (files: readonly TextFile[], goals: readonly Goal[]) => {
    await loadRegexes();
    return (desk ??= createGoalDesk()).check(files, goals);
  };

  return {
    async check(files, goals) {
      if (worker === undefined) worker = start();
      if (worker === null) return here(files, goals);
      const to = worker;
      const changed = files.filter((file) => sent.get(file.path) !== file);
      sent = new Map(files.map((file) => [file.path, file]));
      const id = next++;
      const message: GoalMessage = { id, goals, paths: files.map(({ path }) => path), changed };
      try {
        return await new Promise<readonly ToldGoal[]>((resolve, reject) => {
          waiting.set(id, { resolve, reject });
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
          to.postMessage(message);
        });
      } catch (error) {
        if (worker !== null) throw error;
        return here(files, goals);
      }
    },
  };
}
