import type { Goal } from '../lessons/index.ts';
import type { ToldGoal } from '../session/index.ts';
import type { DeskMessage, DeskReply } from './desk-messages.ts';

/** Goals to be checked. */
export type GoalMessage = DeskMessage<readonly Goal[]>;
export type GoalReply = DeskReply<readonly ToldGoal[]>;
