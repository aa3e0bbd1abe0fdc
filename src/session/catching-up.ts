import type { Pipeline } from './pipeline.ts';
import type { ClockPort, PagePort } from './ports.ts';
import { pause, SLICE } from './slices.ts';

export interface CatchingUp {
  /** Begins, unless it is under way already. */
  start(): void;
  settled(): Promise<void>;
  dispose(): void;
}

export interface CatchingUpOptions {
  readonly pipeline: Pick<Pipeline, 'catchUp'>;
  readonly clock: ClockPort;
  /** Resolves when what is told may move: see `PagePort.released`. */
  readonly released: PagePort['released'];
  /** All problems are known now; an update has them. */
  readonly onDone: () => void;
  readonly onError: (error: unknown) => void;
}

/** Finds problems that are missing while the page goes on: after much was opened, or when the rules have come. */
export function createCatchingUp({
  pipeline,
  clock,
  released,
  onDone,
  onError,
}: CatchingUpOptions): CatchingUp {
  let running = Promise.resolve();
  let under = false;
  let gone = false;

  const run = async () => {
    // What there is to see comes first.
    await pause(clock);
    let end = clock.now() + SLICE;
    for (const _ of pipeline.catchUp()) {
      if (clock.now() < end) continue;
      await pause(clock);
      if (gone) return;
      end = clock.now() + SLICE;
    }
    await released?.();
    if (!gone) onDone();
  };

  return {
    start() {
      if (under) return;
      under = true;
      running = run()
        .catch(onError)
        .finally(() => {
          under = false;
        });
    },
    settled: () => running,
    dispose() {
      gone = true;
    },
  };
}
