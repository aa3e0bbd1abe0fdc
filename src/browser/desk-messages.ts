import type { TextFile } from '../text/index.ts';

/** A question to a desk in a worker, with what changed in the files since the one before. */
export interface DeskMessage<Question> {
  readonly id: number;
  readonly question: Question;
  /** Of all files, in their order. */
  readonly paths: readonly string[];
  readonly changed: readonly TextFile[];
}

export type DeskReply<Answer> =
  { readonly id: number; readonly answer: Answer } | { readonly id: number; readonly failed: string };

/** The files of a worker's desk: they follow the messages, and are given in their order. */
export function createDeskFiles(): (message: DeskMessage<unknown>) => readonly TextFile[] {
  const files = new Map<string, TextFile>();
  return ({ paths, changed }) => {
    for (const file of changed) files.set(file.path, file);
    for (const path of files.keys()) if (!paths.includes(path)) files.delete(path);
    return paths.flatMap((path) => files.get(path) ?? []);
  };
}

/** What a worker says of what it failed in. */
export const failureText = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
