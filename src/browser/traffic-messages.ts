import type { Asked, QuestionKind, Reply } from '../session/index.ts';
import type { CancelMessage, DeskMessage } from './desk-messages.ts';

/** A question, and of which kind it is. */
export interface TrafficQuestion {
  readonly kind: QuestionKind;
  readonly asked: Asked<QuestionKind>;
}

export type TrafficMessage = DeskMessage<TrafficQuestion> | CancelMessage;

/** `null`: a later question has made this one needless. */
export type TrafficAnswer = Reply<QuestionKind> | null;
