import type { ModelledKind } from '../istio/index.ts';
import type { Finding } from './finding.ts';
import type { RuleContext } from './rule.ts';
import type { Spot } from './spot.ts';

/** A modelled resource, as rules about what its fields mean see it. */
export interface Subject {
  readonly kind: ModelledKind;
  /** The resource itself. */
  readonly root: Spot;
  /** Its `spec`; an empty one where none is written. */
  readonly spec: Spot;
  /** The namespace it will be in. */
  readonly namespace: string;
  readonly context: RuleContext;
}

/** A rule about the meaning of one resource. Pure, and reads nothing but the subject. */
export type SpecRule = (subject: Subject) => readonly Finding[];
