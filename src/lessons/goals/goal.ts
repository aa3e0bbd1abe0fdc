import type { Path, YamlValue } from '../../yaml/index.ts';
import type { Expectation, Expected, Request } from '../../traffic/index.ts';
import type { Severity } from '../../checks/index.ts';

/**
 * What a step of a lesson wants of the learner's own files. The engine decides: it sends the request, reads the field,
 * finds the problem. What stands in a comment, or in a field that no one reads, satisfies nothing.
 */
export type Goal = { readonly say?: string } & (
  | { readonly kind: 'request'; readonly request: Request; readonly expect: Expected }
  /** How a thousand of it spread, with some room on either side. */
  | {
      readonly kind: 'split';
      readonly request: Request;
      readonly shares: readonly WantedShare[];
      /** In points of a hundred. */
      readonly within: number;
    }
  | {
      readonly kind: 'problem';
      readonly problem: ProblemPattern;
      readonly present: boolean;
      readonly at?: ResourcePattern;
    }
  | { readonly kind: 'resource'; readonly resource: ResourcePattern; readonly exists: boolean }
  | {
      readonly kind: 'field';
      readonly resource: ResourcePattern;
      readonly path: FieldPath;
      readonly test:
        | { readonly exists: boolean }
        | { readonly equals: YamlValue }
        /** An item of a list, or one of several words that a text joins by commas. */
        | { readonly contains: YamlValue };
    }
  /** Kept in a `*.expect.yaml` of the workspace. `as` is how the lesson's own files have it, where they do. */
  | { readonly kind: 'expectation'; readonly name: string; readonly as?: Expectation }
  /** A scenario of the workspace, `*.load.yaml`, comes to what it expects. `as` is how the lesson's own files have it. */
  | { readonly kind: 'load'; readonly file: string; readonly as?: YamlValue }
);

export type GoalKind = Goal['kind'];

/** Of a thousand sends, how many of a hundred go somewhere, get an answer from the proxy, or are held up. */
export type WantedShare = { readonly percent: number } & (
  | { readonly kind: 'destination' | 'mirror'; readonly host: string; readonly subset?: string }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'delayed' }
);

/** A code of ours or another tool's, or all problems at least as grave. */
export type ProblemPattern =
  { readonly code: string } | { readonly severity: Extract<Severity, 'error' | 'warning'> };

/** A resource by what is said of it; what is left out may be anything. */
export interface ResourcePattern {
  readonly kind: string;
  readonly name?: string;
  readonly namespace?: string;
  /** The host that it defines or claims: any VirtualService for this host. */
  readonly host?: string;
}

/** Keys and indexes, and what stands for some item of a list. */
export type FieldPath = readonly (string | number | SomeItem)[];

/** `[*]`, or with `where` an item that says this of itself: `[port.number=80]`. */
export interface SomeItem {
  readonly any: true;
  readonly where?: { readonly path: Path; readonly is: string };
}
