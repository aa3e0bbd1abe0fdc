import { createTrafficDesk, type Asked, type QuestionKind, type Reply } from '../session/index.ts';
import type { ComparisonProgress } from '../traffic/index.ts';
import type { TextFile } from '../text/index.ts';
import { askingWorker, type AskOptions } from './desk-worker.ts';
import type { TrafficAnswer, TrafficQuestion } from './traffic-messages.ts';
import { workHere } from './work-here.ts';

/** What belongs to questions about two states, or that take long. */
export interface TrafficAskOptions extends Omit<AskOptions, 'onProgress'> {
  readonly onProgress?: (progress: ComparisonProgress) => void;
}

/** Answers questions about the traffic of files, away from the page. */
export interface TrafficDeskPort {
  /**
   * Null where a later question of its kind, or later files, made this one needless, or where it was cancelled. Rejects when
   * the program fails.
   */
  ask<K extends QuestionKind>(
    files: readonly TextFile[],
    kind: K,
    asked: Asked<K>,
    options?: TrafficAskOptions,
  ): Promise<Reply<K> | null>;
}

/** The worker starts with the first question; where none can be started, the page answers by itself. */
export function createTrafficPort(
  startWorker = () => new Worker(new URL('./traffic.worker.ts', import.meta.url), { type: 'module' }),
): TrafficDeskPort {
  const ask = askingWorker<TrafficQuestion, TrafficAnswer>(startWorker, answerHere);
  return { ask: (files, kind, asked, options) => ask(files, { kind, asked }, options as AskOptions) };
}

let ownDesk: ReturnType<typeof createTrafficDesk> | undefined;
let compared = 0;

function answerHere(
  files: readonly TextFile[],
  { kind, asked: question }: TrafficQuestion,
  { before, signal, onProgress }: AskOptions,
): Promise<TrafficAnswer> {
  if (kind === 'compare') compared++;
  const own = compared;
  ownDesk ??= createTrafficDesk();
  ownDesk.update(files, before);
  const isWanted = () => !signal?.aborted && (kind !== 'compare' || own === compared);
  return workHere(ownDesk.ask(kind, question), isWanted, onProgress);
}
