import type { Asked, QuestionKind, Reply } from '../session/index.ts';
import type { TextFile } from '../text/index.ts';

/** A question, with what changed in the files since the one before. */
export interface TrafficMessage {
  readonly id: number;
  readonly kind: QuestionKind;
  readonly asked: Asked<QuestionKind>;
  /** Of all files, in their order. */
  readonly paths: readonly string[];
  readonly changed: readonly TextFile[];
}

/** `null`: a later question has made this one needless. */
export type TrafficReply =
  | { readonly id: number; readonly reply: Reply<QuestionKind> | null }
  | { readonly id: number; readonly failed: string };
