import { loadRegexes } from '../istio/index.ts';
import type { TextFile } from '../text/index.ts';
import type { DeskMessage, DeskReply } from './desk-messages.ts';

/** Asks a question about files; rejects when the program that answers fails. */
export type AskDesk<Question, Answer> = (files: readonly TextFile[], question: Question) => Promise<Answer>;

type Settle<Answer> = {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
};

/**
 * A desk in a worker, which starts with the first question and is told only of files that changed. Where no worker can be
 * started, the page answers by itself, with RE2 loaded.
 */
export function askingWorker<Question, Answer>(
  startWorker: () => Worker,
  answerHere: (files: readonly TextFile[], question: Question) => Answer,
): AskDesk<Question, Answer> {
  const waiting = new Map<number, Settle<Answer>>();
  let sent = new Map<string, TextFile>();
  let next = 1;
  let worker: Worker | null | undefined;

  const start = (): Worker | null => {
    try {
      const started = startWorker();
      started.addEventListener('message', ({ data }: MessageEvent<DeskReply<Answer>>) => {
        const settle = waiting.get(data.id);
        waiting.delete(data.id);
        if ('failed' in data) settle?.reject(new Error(data.failed));
        else settle?.resolve(data.answer);
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

  const here: AskDesk<Question, Answer> = async (files, question) => {
    await loadRegexes();
    return answerHere(files, question);
  };

  return async (files, question) => {
    if (worker === undefined) worker = start();
    if (worker === null) return here(files, question);
    const to = worker;
    const changed = files.filter((file) => sent.get(file.path) !== file);
    sent = new Map(files.map((file) => [file.path, file]));
    const id = next++;
    const message: DeskMessage<Question> = { id, question, paths: files.map(({ path }) => path), changed };
    try {
      return await new Promise<Answer>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
        to.postMessage(message);
      });
    } catch (error) {
      if (worker !== null) throw error;
      return here(files, question);
    }
  };
}
