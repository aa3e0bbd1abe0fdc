import { loadRegexes } from '../istio/index.ts';
import { createTrafficDesk, type QuestionKind, type Reply } from '../session/index.ts';
import { createDeskFiles, failureText } from './desk-messages.ts';
import type { TrafficMessage, TrafficReply } from './traffic-messages.ts';

/** Works no longer than this (milliseconds) without looking whether something was asked that is sooner done. */
const SLICE = 24;

/** Lists take long; what a person waits for goes first. */
const LONG: ReadonlySet<QuestionKind> = new Set<QuestionKind>(['suggest', 'expectations']);

interface Job {
  readonly id: number;
  readonly kind: QuestionKind;
  readonly work: Generator<void, Reply<QuestionKind>>;
}

const desk = createTrafficDesk();
const filesNow = createDeskFiles();
let jobs: Job[] = [];
let running = false;

const send = (reply: TrafficReply): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- from a worker, not to a window
  self.postMessage(reply);
};

/** A question that the page asks this worker. */
export const hear = ({ data }: MessageEvent<TrafficMessage>): void => {
  const { id, question, changed } = data;
  const { kind, asked } = question;
  const files = filesNow(data);
  // What was begun with other files would be of no use: its answer has been asked for anew.
  if (changed.length) drop((job) => LONG.has(job.kind));
  drop((job) => job.kind === kind);
  desk.update(files);
  jobs.push({ id, kind, work: desk.ask(kind, asked) });
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
    const job = jobs.find(({ kind }) => !LONG.has(kind)) ?? jobs[0];
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
      if (!done) continue;
      jobs = jobs.filter((other) => other !== job);
      send({ id: job.id, answer: value });
      return;
    } while (performance.now() < end);
  } catch (error) {
    jobs = jobs.filter((other) => other !== job);
    send({ id: job.id, failed: failureText(error) });
  }
}
