import { loadRegexes } from '../istio/index.ts';
import { createGoalDesk } from '../session/index.ts';
import type { TextFile } from '../text/index.ts';
import type { GoalMessage, GoalReply } from './goal-messages.ts';

const desk = createGoalDesk();
const files = new Map<string, TextFile>();
const ready = loadRegexes();

self.addEventListener('message', ({ data }: MessageEvent<GoalMessage>) => {
  const { id, goals, paths, changed } = data;
  for (const file of changed) files.set(file.path, file);
  for (const path of files.keys()) if (!paths.includes(path)) files.delete(path);
  const now = paths.flatMap((path) => files.get(path) ?? []);
  void ready
    .then((): GoalReply => ({ id, told: desk.check(now, goals) }))
    .catch((error: unknown): GoalReply => ({
      id,
      failed: error instanceof Error ? error.message : String(error),
    }))
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- from a worker, not to a window
    .then((reply) => self.postMessage(reply));
});
