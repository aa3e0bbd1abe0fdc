import type { ParsedDocument } from '../yaml/index.ts';

/** Where work is kept. Values are structured-cloneable. Rejects when storage is full or blocked. */
export interface StoragePort {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
}

export interface ClockPort {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once after `milliseconds`; returns the way to cancel. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** Reads many documents off the main thread; answers in order, in batches. */
export interface ParserPort {
  parse(
    texts: readonly string[],
    onBatch: (documents: readonly ParsedDocument[], done: number) => void,
    signal: AbortSignal,
  ): Promise<void>;
}

export interface Ports {
  readonly storage: StoragePort;
  readonly clock: ClockPort;
  /** Absent where there is no worker: then documents are read in slices on this thread. */
  readonly parser?: ParserPort;
}
