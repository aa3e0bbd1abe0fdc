import type { StepPlace } from '../../trace.ts';

/** Why a curve bends: what happened between two times (milliseconds), in a sentence, and the field that had it happen. */
export interface Cause extends StepPlace {
  readonly kind: string;
  readonly cluster: string;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly text: string;
}

/** What could be written otherwise, and why. */
export interface LoadSuggestion extends StepPlace {
  readonly kind: string;
  readonly text: string;
  /** Sets the field at a path of the resource. */
  readonly fix?: {
    readonly title: string;
    readonly resource: string;
    readonly path: readonly (string | number)[];
    readonly value: string | number;
  };
}
