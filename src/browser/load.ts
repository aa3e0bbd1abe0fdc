import {
  createLoadDesk,
  type LoadAsked,
  type LoadKind,
  type LoadProgress,
  type LoadReply,
} from '../session/index.ts';
import type { TextFile } from '../text/index.ts';
import { askingWorker, type AskOptions } from './desk-worker.ts';
import type { LoadAnswer, LoadQuestion } from './load-messages.ts';
import { workHere } from './work-here.ts';

export interface LoadAskOptions extends Pick<AskOptions, 'signal'> {
  readonly onProgress?: (progress: LoadProgress) => void;
}

/** Runs load scenarios, away from the page. */
export interface LoadDeskPort {
  /** Null where a later question of its kind made this one needless, or where it was cancelled. Rejects when the program fails. */
  ask<K extends LoadKind>(
    files: readonly TextFile[],
    kind: K,
    asked: LoadAsked<K>,
    options?: LoadAskOptions,
  ): Promise<LoadReply<K> | null>;
}

/** The worker starts with the first question; where none can be started, the page answers by itself. */
export function createLoadPort(
  startWorker = () => new Worker(new URL('./load.worker.ts', import.meta.url), { type: 'module' }),
): LoadDeskPort {
  let desk: ReturnType<typeof createLoadDesk> | undefined;
  let runs = 0;
  const ask = askingWorker<LoadQuestion, LoadAnswer>(
    startWorker,
    (files, { kind, asked }, { signal, onProgress }) => {
      if (kind === 'run') runs++;
      const own = runs;
      desk ??= createLoadDesk(() => performance.now());
      desk.update(files);
      const isWanted = () => !signal?.aborted && (kind !== 'run' || own === runs);
      return workHere(desk.ask(kind, asked), isWanted, (tell) => tell && onProgress?.(tell()));
    },
  );
  return {
    ask: (files, kind, asked, options) => ask(files, { kind, asked }, options as AskOptions),
  };
}
