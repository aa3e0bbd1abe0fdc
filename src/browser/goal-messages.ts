import type { Goal } from '../lessons/index.ts';
import type { StepToTry, ToldGoal, ToldTrial } from '../session/index.ts';
import type { DeskMessage, DeskReply } from './desk-messages.ts';

/** Goals to be checked, or a step of a lesson to be tried as its author does. One worker does both: it holds the engine. */
export type GoalMessage = DeskMessage<readonly Goal[] | StepToTry>;
export type GoalReply = DeskReply<readonly ToldGoal[] | ToldTrial>;
