import { loadRegexes } from '../istio/index.ts';
import type { TextFile } from '../text/index.ts';
import type { CancelMessage, DeskMessage, DeskReply, FilesSince } from './desk-messages.ts';

/** What belongs to some questions. */
export interface AskOptions {
  /** The files that these are compared with. */
  readonly before?: readonly TextFile[];
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
  /** Told now and then while an answer takes long. */
  readonly onProgress?: (progress: unknown) => void;
}

/** Asks a question about files; rejects when the program that answers fails. */
export type AskDesk<Question, Answer> = (
  files: readonly TextFile[],
  question: Question,
  options?: AskOptions,
) => Promise<Answer>;

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: AskOptions['onProgress'];
}

/**
 * A desk in a worker, which starts with the first question and is told only of files that changed. Where no worker can be
 * started, the page answers by itself, with RE2 loaded.
 */
export function askingWorker<Question, Answer>(
  startWorker: () => Worker,
  answerHere: (
    files: readonly TextFile[],
    question: Question,
    options: AskOptions,
  ) => Answer | Promise<Answer>,
): AskDesk<Question, Answer> {
  const waiting = new Map<number, Waiting<Answer>>();
  const [since, beforeSince] = [createSince(), createSince()];
  let next = 1;
  let worker: Worker | null | undefined;

  const start = (): Worker | null => {
    try {
      const started = startWorker();
      started.addEventListener('message', ({ data }: MessageEvent<DeskReply<Answer>>) => {
        const asked = waiting.get(data.id);
        if ('progress' in data) return asked?.onProgress?.(data.progress);
        waiting.delete(data.id);
        if ('failed' in data) asked?.reject(new Error(data.failed));
        else asked?.resolve(data.answer);
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

  const here: AskDesk<Question, Answer> = async (files, question, options = {}) => {
    await loadRegexes();
    return answerHere(files, question, options);
  };

  return async (files, question, options = {}) => {
    if (worker === undefined) worker = start();
    if (worker === null) return here(files, question, options);
    const to = worker;
    const { before, signal, onProgress } = options;
    const id = next++;
    const message: DeskMessage<Question> = {
      id,
      question,
      ...since(files),
      ...(before && { before: beforeSince(before) }),
    };
    const post = (said: DeskMessage<Question> | CancelMessage): void => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
      to.postMessage(said);
    };
    const cancel = (): void => post({ cancel: id });
    try {
      return await new Promise<Answer>((resolve, reject) => {
        waiting.set(id, { resolve, reject, onProgress });
        post(message);
        signal?.addEventListener('abort', cancel);
      });
    } catch (error) {
      if (worker !== null) throw error;
      return here(files, question, options);
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  };
}

/** Tells of files what the other side does not know yet. */
function createSince(): (files: readonly TextFile[]) => FilesSince {
  let sent = new Map<string, TextFile>();
  return (files) => {
    const changed = files.filter((file) => sent.get(file.path) !== file);
    sent = new Map(files.map((file) => [file.path, file]));
    return { paths: files.map(({ path }) => path), changed };
  };
}
