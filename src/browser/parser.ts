import type { ParserPort } from '../session/index.ts';
import type { ParserReply, ParserRequest } from './parser-messages.ts';

/**
 * Reads documents in a worker of its own for each call: one that hangs on a hostile document can simply be ended,
 * and no memory stays behind.
 */
export function createParserPort(
  startWorker = () => new Worker(new URL('./parser.worker.ts', import.meta.url), { type: 'module' }),
): ParserPort {
  return {
    parse: (texts, onBatch, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted || texts.length === 0) {
          resolve();
          return;
        }
        const worker = startWorker();
        let done = 0;
        const finish = (settle: () => void) => {
          signal.removeEventListener('abort', abort);
          worker.terminate();
          settle();
        };
        const abort = () => finish(resolve);
        signal.addEventListener('abort', abort);
        worker.addEventListener('error', (event) =>
          finish(() => reject(new Error(event.message || 'The reader could not be started.'))),
        );
        worker.addEventListener('message', ({ data }: MessageEvent<ParserReply>) => {
          const documents = data.documents.map((document, i) => ({
            ...document,
            text: texts[done + i] ?? '',
          }));
          done += documents.length;
          onBatch(documents, done);
          if (done >= texts.length) finish(resolve);
        });
        const request: ParserRequest = { texts };
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
        worker.postMessage(request);
      }),
  };
}
