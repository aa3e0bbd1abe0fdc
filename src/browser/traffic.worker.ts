import { loadRegexes } from '../istio/index.ts';
import { createTrafficDesk, type QuestionKind, type Reply } from '../session/index.ts';
import type { TextFile } from '../text/index.ts';
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
const files = new Map<string, TextFile>();
let jobs: Job[] = [];
let running = false;

const send = (reply: TrafficReply): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- from a worker, not to a window
  self.postMessage(reply);
};

self.addEventListener('message', ({ data }: MessageEvent<TrafficMessage>) => {
  const { id, kind, asked, paths, changed } = data;
  for (const file of changed) files.set(file.path, file);
  for (const path of files.keys()) if (!paths.includes(path)) files.delete(path);
  const now = paths.flatMap((path) => files.get(path) ?? []);
  // What was begun with other files would be of no use: its answer has been asked for anew.
  if (changed.length) drop((job) => LONG.has(job.kind));
  drop((job) => job.kind === kind);
  desk.update(now);
  jobs.push({ id, kind, work: desk.ask(kind, asked) });
  if (!running) void run();
});

function drop(which: (job: Job) => boolean): void {
  for (const { id } of jobs.filter(which)) send({ id, reply: null });
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
      send({ id: job.id, reply: value });
      return;
    } while (performance.now() < end);
  } catch (error) {
    jobs = jobs.filter((other) => other !== job);
    send({ id: job.id, failed: error instanceof Error ? error.message : String(error) });
  }
}
