import { loadRegexes } from '../istio/index.ts';
import { createTrafficDesk, type QuestionKind, type Working } from '../session/index.ts';
import { createDeskFiles, failureText } from './desk-messages.ts';
import type { TrafficMessage, TrafficReply } from './traffic-messages.ts';

/** Works no longer than this (milliseconds) without looking whether something was asked that is sooner done. */
const SLICE = 24;

/** Goes on telling how far something is no more often than this (milliseconds). */
const TELL = 120;

/** Lists take long, and comparisons longer; what a person waits for goes first. */
const PATIENT: { readonly [kind in QuestionKind]?: number } = { suggest: 1, expectations: 1, compare: 2 };
const patience = (kind: QuestionKind): number => PATIENT[kind] ?? 0;

interface Job {
  readonly id: number;
  readonly kind: QuestionKind;
  readonly work: Working<QuestionKind>;
  told: number;
}

const desk = createTrafficDesk();
const [filesNow, filesBefore] = [createDeskFiles(), createDeskFiles()];
let jobs: Job[] = [];
let running = false;

const send = (reply: TrafficReply): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- from a worker, not to a window
  self.postMessage(reply);
};

/** A question that the page asks this worker. */
export const hear = ({ data }: MessageEvent<TrafficMessage>): void => {
  if ('cancel' in data) return drop(({ id }) => id === data.cancel);
  const { id, question, changed, before } = data;
  const { kind, asked } = question;
  // What was begun with other files would be of no use: its answer has been asked for anew.
  if (changed.length) drop((job) => patience(job.kind) > 0);
  drop((job) => job.kind === kind);
  desk.update(filesNow(data), before && filesBefore(before));
  jobs.push({ id, kind, work: desk.ask(kind, asked), told: performance.now() });
  if (!running) void run();
};

function drop(which: (job: Job) => boolean): void {
  for (const { id } of jobs.filter(which)) send({ id, answer: null });
  jobs = jobs.filter((job) => !which(job));
}

async function run(): Promise<void> {
  running = true;
  await loadRegexes();
  for (;;) {
    const [job] = jobs.toSorted((a, b) => patience(a.kind) - patience(b.kind));
    if (!job) break;
    step(job);
    await new Promise((resolve) => void setTimeout(resolve, 0));
  }
  running = false;
}

function step(job: Job): void {
  const end = performance.now() + SLICE;
  try {
    do {
      const { done, value } = job.work.next();
      if (!done) {
        if (value && performance.now() - job.told > TELL) {
          job.told = performance.now();
          send({ id: job.id, progress: value });
        }
        continue;
      }
      jobs = jobs.filter((other) => other !== job);
      send({ id: job.id, answer: value });
      return;
    } while (performance.now() < end);
  } catch (error) {
    jobs = jobs.filter((other) => other !== job);
    send({ id: job.id, failed: failureText(error) });
  }
}
