import type { MeshView, Regexes, Resource } from '../../istio/index.ts';
import type { Finding } from '../finding.ts';
import type { Spot } from '../spot.ts';
import type { Given } from './given.ts';

/** A resource, as rules about what it has to do with others see it. */
export interface LinkedSubject {
  readonly resource: Resource;
  readonly root: Spot;
  /** Its `spec`; an empty one where none is written. */
  readonly spec: Spot;
  /** The namespace it will be in. */
  readonly namespace: string;
  /** The workspace. What is asked of it is noted, and the findings are kept until an edit changes an answer. */
  readonly view: MeshView;
  readonly given: Given;
  /** RE2; undefined until it is loaded. Asked for only where a regular expression counts: whoever asks is asked again. */
  readonly regexes: () => Regexes | undefined;
}

/**
 * A rule about a resource among others. Pure, and knows of others only by asking the view. Its findings may name other
 * resources and their files, but not their lines: those shift without anyone asking again.
 */
export type LinkedRule = (subject: LinkedSubject) => readonly Finding[];
