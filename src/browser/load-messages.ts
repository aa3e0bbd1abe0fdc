import type { LoadAsked, LoadKind, LoadReply } from '../session/index.ts';
import type { CancelMessage, DeskMessage } from './desk-messages.ts';

/** A question, and of which kind it is. */
export interface LoadQuestion {
  readonly kind: LoadKind;
  readonly asked: LoadAsked<LoadKind>;
}

export type LoadMessage = DeskMessage<LoadQuestion> | CancelMessage;

/** `null`: a later question has made this one needless. */
export type LoadAnswer = LoadReply<LoadKind> | null;
