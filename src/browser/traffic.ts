import { loadRegexes } from '../istio/index.ts';
import { createTrafficDesk, type Asked, type QuestionKind, type Reply } from '../session/index.ts';
import type { TextFile } from '../text/index.ts';
import type { TrafficMessage, TrafficReply } from './traffic-messages.ts';

/** Answers questions about the traffic of files, away from the page. */
export interface TrafficDeskPort {
  /** Null where a later question of its kind, or later files, made this one needless. Rejects when the program fails. */
  ask<K extends QuestionKind>(files: readonly TextFile[], kind: K, asked: Asked<K>): Promise<Reply<K> | null>;
}

type Settle = { readonly resolve: (reply: never) => void; readonly reject: (error: Error) => void };

/** The worker starts with the first question; where none can be started, the page answers by itself. */
export function createTrafficPort(
  startWorker = () => new Worker(new URL('./traffic.worker.ts', import.meta.url), { type: 'module' }),
): TrafficDeskPort {
  const waiting = new Map<number, Settle>();
  let sent = new Map<string, TextFile>();
  let next = 1;
  let worker: Worker | null | undefined;

  const start = (): Worker | null => {
    try {
      const started = startWorker();
      started.addEventListener('message', ({ data }: MessageEvent<TrafficReply>) => {
        const settle = waiting.get(data.id);
        waiting.delete(data.id);
        if ('failed' in data) settle?.reject(new Error(data.failed));
        else settle?.resolve(data.reply as never);
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

  return {
    async ask(files, kind, asked) {
      if (worker === undefined) worker = start();
      if (worker === null) return answerHere(files, kind, asked);
      const to = worker;
      const changed = files.filter((file) => sent.get(file.path) !== file);
      sent = new Map(files.map((file) => [file.path, file]));
      const id = next++;
      const message: TrafficMessage = { id, kind, asked, paths: files.map(({ path }) => path), changed };
      try {
        return await new Promise<Reply<typeof kind> | null>((resolve, reject) => {
          waiting.set(id, { resolve, reject });
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
          to.postMessage(message);
        });
      } catch (error) {
        if (worker !== null) throw error;
        return answerHere(files, kind, asked);
      }
    },
  };
}

let ownDesk: ReturnType<typeof createTrafficDesk> | undefined;

async function answerHere<K extends QuestionKind>(
  files: readonly TextFile[],
  kind: K,
  asked: Asked<K>,
): Promise<Reply<K>> {
  await loadRegexes();
  ownDesk ??= createTrafficDesk();
  ownDesk.update(files);
  const work = ownDesk.ask(kind, asked);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
