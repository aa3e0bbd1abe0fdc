import type { ResourceId } from '../../istio/index.ts';
import type { Trace } from '../../traffic/index.ts';
import type { Path } from '../../yaml/index.ts';

/** Whether a goal is met by the files as they are. */
export interface GoalFinding {
  readonly met: boolean;
  /** What is still missing, in plain words; empty where it is met. */
  readonly missing: string;
  /** What decided, to be looked at; absent where nothing in the files did. */
  readonly at?: { readonly resource: ResourceId; readonly path: Path };
  /** What became of the request, where the goal sends one that can be sent. */
  readonly trace?: Trace;
}

export const MET: GoalFinding = { met: true, missing: '' };

export const unmet = (missing: string, more: Omit<GoalFinding, 'met' | 'missing'> = {}): GoalFinding => ({
  met: false,
  missing,
  ...more,
});
