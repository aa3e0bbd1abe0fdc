import { createTrafficDesk, type Asked, type QuestionKind, type Reply } from '../session/index.ts';
import type { TextFile } from '../text/index.ts';
import { askingWorker } from './desk-worker.ts';
import type { TrafficAnswer, TrafficQuestion } from './traffic-messages.ts';

/** Answers questions about the traffic of files, away from the page. */
export interface TrafficDeskPort {
  /** Null where a later question of its kind, or later files, made this one needless. Rejects when the program fails. */
  ask<K extends QuestionKind>(files: readonly TextFile[], kind: K, asked: Asked<K>): Promise<Reply<K> | null>;
}

/** The worker starts with the first question; where none can be started, the page answers by itself. */
export function createTrafficPort(
  startWorker = () => new Worker(new URL('./traffic.worker.ts', import.meta.url), { type: 'module' }),
): TrafficDeskPort {
  const ask = askingWorker<TrafficQuestion, TrafficAnswer>(startWorker, answerHere);
  return { ask: (files, kind, asked) => ask(files, { kind, asked }) };
}

let ownDesk: ReturnType<typeof createTrafficDesk> | undefined;

function answerHere(files: readonly TextFile[], { kind, asked }: TrafficQuestion): TrafficAnswer {
  ownDesk ??= createTrafficDesk();
  ownDesk.update(files);
  const work = ownDesk.ask(kind, asked);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
