import type { TextFile } from '../text/index.ts';

/** What became of files since the message before. */
export interface FilesSince {
  /** Of all files, in their order. */
  readonly paths: readonly string[];
  readonly changed: readonly TextFile[];
}

/** A question to a desk in a worker, with what changed in the files since the one before. */
export interface DeskMessage<Question> extends FilesSince {
  readonly id: number;
  readonly question: Question;
  /** The other files that these are compared with, where they are. */
  readonly before?: FilesSince;
}

/** Nobody waits for this answer any more. */
export interface CancelMessage {
  readonly cancel: number;
}

/** An answer, why there is none, or how far it is, in whatever way the desk tells that. */
export type DeskReply<Answer> =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly failed: string }
  | { readonly id: number; readonly progress: unknown };

/** The files of a worker's desk: they follow the messages, and are given in their order. */
export function createDeskFiles(): (since: FilesSince) => readonly TextFile[] {
  const files = new Map<string, TextFile>();
  return ({ paths, changed }) => {
    for (const file of changed) files.set(file.path, file);
    const there = new Set(paths);
    for (const path of files.keys()) if (!there.has(path)) files.delete(path);
    return paths.flatMap((path) => files.get(path) ?? []);
  };
}

/** What a worker says of what it failed in. */
export const failureText = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
