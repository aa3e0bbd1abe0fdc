import type { StepPlace } from '../../trace.ts';

/** Sets the field at a path of the resource. */
export interface Fix {
  readonly title: string;
  readonly resource: string;
  readonly path: readonly (string | number)[];
  readonly value: string | number;
}

/** Why a curve bends: what happened between two times (milliseconds), in a sentence, and the field that had it happen. */
export interface Cause extends StepPlace {
  readonly kind: string;
  readonly cluster: string;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly text: string;
  /** The field is not written, and its default had it happen; `fix` writes it as it is. */
  readonly isDefault?: boolean;
  readonly fix?: Fix;
}

/** What could be written otherwise, and why. */
export interface LoadSuggestion extends StepPlace {
  readonly kind: string;
  readonly text: string;
  readonly fix?: Fix;
}
