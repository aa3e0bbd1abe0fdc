import type { ParsedDocument } from '../yaml/index.ts';

/** Where work is kept. Values are structured-cloneable. Rejects, with a sentence for people, when storage is full or blocked. */
export interface StoragePort {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  /**
   * Writes all of it or nothing, and only if the value under `guard.key` still passes `guard.accepts`:
   * so two tabs cannot overwrite each other unseen. Resolves to whether it was written.
   * `leaving` means that the page may be gone in a moment: then it writes at once, without asking the guard.
   */
  commit(commit: StorageCommit, leaving?: boolean): Promise<boolean>;
  /** Called when another tab has committed, with the key of that commit's guard; returns the way to stop. */
  watch?(listener: (key: string) => void): () => void;
}

export interface StorageCommit {
  readonly put: ReadonlyMap<string, unknown>;
  readonly remove: readonly string[];
  readonly guard: { readonly key: string; accepts(value: unknown): boolean };
  /** A value that all tabs share, changed from what it is at that moment; not where the page is `leaving`. */
  readonly update?: { readonly key: string; change(value: unknown): unknown } | undefined;
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

/** The page around the session. */
export interface PagePort {
  /** Calls back when the page is hidden or going away; returns the way to stop. */
  onLeave(listener: () => void): () => void;
  /** Which workspace this tab shows, over a reload: two tabs may show two. Null where nothing is remembered. */
  readonly tab?: { recall(): string | null; remember(workspace: string): void };
  /** Whether the browser asks before the page goes: something would be lost with it. */
  holdBack?(hold: boolean): void;
  /** Resolves once no button and no finger is down: what is found late must not move what is being pressed. */
  readonly released?: () => Promise<void>;
}

export interface Ports {
  readonly storage: StoragePort;
  readonly clock: ClockPort;
  /** Absent where there is no worker: then documents are read in slices on this thread. */
  readonly parser?: ParserPort;
  readonly page?: PagePort;
}
