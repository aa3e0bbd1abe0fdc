import type { ResourceId } from '../istio/index.ts';
import type { Path } from '../yaml/index.ts';
import type { Outcome } from './outcome.ts';

/** The stage of Envoy, or of istiod before it, that a step belongs to. */
export type Stage =
  | 'request'
  | 'listener'
  | 'virtual-host'
  | 'rule'
  | 'action'
  | 'cluster'
  | 'policy'
  | 'tls'
  | 'upstream'
  | 'outcome';

/** One thing that was decided on a request's way, and what decided it. */
export interface Step {
  readonly stage: Stage;
  /** Stable, for those who look for a certain reason. */
  readonly code: string;
  /** One plain sentence. */
  readonly text: string;
  /** `taken`: the request goes on here; `passed`: looked at and not taken; `note`: worth knowing. */
  readonly result: 'taken' | 'passed' | 'note';
  readonly resource?: ResourceId;
  /** In the resource. */
  readonly path?: Path;
}

/** A request's way. */
export interface Trace {
  readonly outcome: Outcome;
  readonly steps: readonly Step[];
}

/** Takes down the steps of one request. */
export class Recorder {
  readonly steps: Step[] = [];

  taken(stage: Stage, code: string, text: string, at: StepPlace = {}): void {
    this.steps.push({ stage, code, text, result: 'taken', ...at });
  }

  passed(stage: Stage, code: string, text: string, at: StepPlace = {}): void {
    this.steps.push({ stage, code, text, result: 'passed', ...at });
  }

  note(stage: Stage, code: string, text: string, at: StepPlace = {}): void {
    this.steps.push({ stage, code, text, result: 'note', ...at });
  }
}

/** Where something is written; empty where it is written nowhere. */
export type StepPlace = { readonly resource?: ResourceId; readonly path?: Path };
