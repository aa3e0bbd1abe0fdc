import { loadRegexes } from '../istio/index.ts';
import { failureText, type DeskReply } from './desk-messages.ts';

/** Works no longer than this (milliseconds) without looking whether something was asked that is sooner done. */
const SLICE = 24;

/** Goes on telling how far something is no more often than this (milliseconds). */
const TELL = 120;

/** Something that is being worked out in a worker. `patience`: what a person waits for has less of it, and goes first. */
export interface DeskJob<Kind, Progress, Answer> {
  readonly id: number;
  readonly kind: Kind;
  readonly patience: number;
  readonly work: Generator<Progress, Answer>;
}

/** What a worker is asked, worked out step by step, so that something else can be asked and answered in between. */
export interface DeskJobs<Kind, Progress, Answer> {
  add(job: DeskJob<Kind, Progress, Answer>): void;
  /** Leaves what nobody needs any more: it is answered with null. */
  drop(which: (job: DeskJob<Kind, Progress, Answer>) => boolean): void;
}

/** `say` makes what is posted of how far something is, which is not always. */
export function createDeskJobs<Kind, Progress, Answer>(
  say: (progress: NonNullable<Progress>) => unknown = (progress) => progress,
): DeskJobs<Kind, Progress, Answer> {
  let jobs: (DeskJob<Kind, Progress, Answer> & { told: number })[] = [];
  let running = false;

  const send = (reply: DeskReply<Answer | null>): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- from a worker, not to a window
    self.postMessage(reply);
  };

  function step(job: (typeof jobs)[number]): void {
    const end = performance.now() + SLICE;
    try {
      do {
        const { done, value } = job.work.next();
        if (!done) {
          if (value && performance.now() - job.told > TELL) {
            job.told = performance.now();
            send({ id: job.id, progress: say(value) });
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

  async function run(): Promise<void> {
    running = true;
    await loadRegexes();
    for (;;) {
      const [job] = jobs.toSorted((a, b) => a.patience - b.patience);
      if (!job) break;
      step(job);
      await new Promise((resolve) => void setTimeout(resolve, 0));
    }
    running = false;
  }

  return {
    add(job) {
      jobs.push({ ...job, told: performance.now() });
      if (!running) void run();
    },
    drop(which) {
      for (const { id } of jobs.filter(which)) send({ id, answer: null });
      jobs = jobs.filter((job) => !which(job));
    },
  };
}
