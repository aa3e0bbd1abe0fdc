import { loadRegexes } from '../istio/index.ts';
import { createGoalDesk, createTrialDesk } from '../session/index.ts';
import { createDeskFiles, failureText } from './desk-messages.ts';
import type { GoalMessage, GoalReply } from './goal-messages.ts';

const [desk, trials] = [createGoalDesk(), createTrialDesk()];
const filesNow = createDeskFiles();
const ready = loadRegexes();

/** A question that the page asks this worker. */
export const hear = ({ data }: MessageEvent<GoalMessage>): void => {
  const { id, question } = data;
  const files = filesNow(data);
  void ready
    .then((): GoalReply => ({
      id,
      answer: 'solved' in question ? trials.try(files, question) : desk.check(files, question),
    }))
    .catch((error: unknown): GoalReply => ({ id, failed: failureText(error) }))
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- from a worker, not to a window
    .then((reply) => self.postMessage(reply));
};
