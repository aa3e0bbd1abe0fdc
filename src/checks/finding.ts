import type { Operation } from '../operations/index.ts';
import type { TextRange } from '../text/index.ts';
import type { Path, YamlValue } from '../yaml/index.ts';
import type { Code } from './codes.ts';
import type { Severity } from './problem.ts';

/**
 * What a rule says of a resource, before anyone asks where in the text it is. Plain data that depends on the document alone,
 * so it can be kept for as long as the document's text stays.
 */
export interface Finding {
  readonly code: Code;
  /** When it differs from the code's own. */
  readonly severity?: Severity;
  readonly message: string;
  /** From the resource's root. Where nothing stands at the path, the nearest thing above it is marked. */
  readonly path: Path;
  /** What to mark: the key, or the value. */
  readonly at: 'key' | 'value';
  readonly mends?: readonly Mend[];
  /** When they differ from the code's own: none where the other tool overlooks this one. */
  readonly aliases?: readonly string[];
}

/** What a rule says of a document's text. Offsets are 0-based and relative to the document. */
export interface TextFinding extends TextRange {
  readonly code: Code;
  /** When it differs from the code's own. */
  readonly severity?: Severity;
  readonly message: string;
  /** Of the value that it is about, from the document's root: what stands in a resource is told of there, and mended. */
  readonly value?: { readonly path: Path; readonly mends: readonly Mend[] };
}

/** A fix, before it is known which resource of the workspace it is for. */
export interface Mend {
  readonly title: string;
  readonly steps: readonly MendStep[];
}

export type MendStep =
  | { readonly kind: 'set-field'; readonly path: Path; readonly value: YamlValue }
  | { readonly kind: 'remove-field'; readonly path: Path }
  | { readonly kind: 'rename-key'; readonly path: Path; readonly key: string }
  | { readonly kind: 'move-item'; readonly path: Path; readonly from: number; readonly to: number }
  | { readonly kind: 'insert-item'; readonly path: Path; readonly index: number; readonly value: YamlValue }
  | { readonly kind: 'delete-resource' }
  /** What is mended in another resource, or in the settings file. */
  | { readonly kind: 'elsewhere'; readonly operation: Operation };

/** The operation that a fix is, for the resource with this id. */
export function operationOf({ title, steps }: Mend, resource: string): Operation {
  const operations = steps.map((step): Operation =>
    step.kind === 'elsewhere' ? step.operation : { ...step, resource },
  );
  const [only, ...others] = operations;
  return only && others.length === 0 ? only : { kind: 'all', operations, label: title };
}
