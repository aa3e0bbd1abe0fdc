import type { TextFile } from '../text/index.ts';
import type { Request } from '../traffic/index.ts';
import type { Goal, ResourcePattern } from './goals/goal.ts';

/** What a lesson teaches, step by step. Plain data out of its files; all prose is Markdown that a stranger wrote. */
export interface Lesson {
  /** Stable: links and kept progress name it. */
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  /** One sentence for a list of lessons; empty for none. */
  readonly summary: string;
  /** What a learner can say or do afterwards, a sentence each. */
  readonly learned: readonly string[];
  /** The mistake that the lesson has its learners find, told at the end; empty for none. */
  readonly trap: string;
  /** What stands before the first step. */
  readonly introduction: string;
  /** For who teaches it, about the whole lesson; empty for none. */
  readonly notes: string;
  readonly steps: readonly LessonStep[];
}

export interface LessonStep {
  readonly title: string;
  readonly text: string;
  /** The whole workspace that the step begins with; `continue` leaves it as the step before did. */
  readonly start: readonly TextFile[] | 'continue';
  /** What the step wants; a step that only reads has none. */
  readonly goals: readonly Goal[];
  /** To be revealed one by one. */
  readonly hints: readonly string[];
  /** The files that a solution writes, whole; all others stay as they are. Empty for a step without goals. */
  readonly solution: readonly TextFile[];
  /** The files that a solution takes away. */
  readonly deleted: readonly string[];
  /** For who teaches, not for who learns; empty for none. */
  readonly notes: string;
  readonly look: LookAt;
  /** Where the step begins in the lesson's text. */
  readonly place: LessonPlace;
}

/** What a step wants looked at. */
export interface LookAt {
  /** To be highlighted. */
  readonly resources: readonly ResourcePattern[];
  /** To be offered in "Send a request", the first one filled in. */
  readonly requests: readonly Request[];
}

/** A place of a lesson's files; line and column from 1. */
export interface LessonPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What keeps a lesson, or a pack, from being taught as it is written: what is wrong, and what to do. Whole sentences. */
export interface LessonObjection extends LessonPlace {
  readonly message: string;
}
