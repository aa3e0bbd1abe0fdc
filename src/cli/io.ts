/** What a command may touch; so that tests run commands without a process. */
export interface Io {
  /** Standard input as bytes, to its end. */
  stdin(): Promise<Uint8Array>;
  out(text: string): void;
  error(text: string): void;
}

export const EXIT = { ok: 0, found: 1, refused: 2 } as const;
