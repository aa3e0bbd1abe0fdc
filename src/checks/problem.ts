import type { Operation } from '../operations/index.ts';
import type { ResourceRef } from '../istio/index.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A mend that a person can apply with one click; an operation like any other, so it can be undone. */
export interface Fix {
  readonly title: string;
  readonly operation: Operation;
}

/**
 * Something to tell about the workspace. The shape that the command line and the library print.
 * Lines and columns are 1-based, columns count UTF-16 units, the end is exclusive.
 */
export interface Problem {
  /** Ours, stable: `MW` and four digits. */
  readonly code: string;
  /** The codes of other tools for the same finding: `IST0106`, `KIA0104` … */
  readonly aliases: readonly string[];
  readonly severity: Severity;
  /** Whether the cluster, or kubectl before it, refuses what has it; what it takes at most misbehaves. */
  readonly rejected: boolean;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Null for a problem of the file. */
  readonly resource: ResourceRef | null;
  /** As people write it: `spec.http[0].route`. Empty for a problem of the file or the whole resource. */
  readonly path: string;
  readonly fixes: readonly Fix[];
}
