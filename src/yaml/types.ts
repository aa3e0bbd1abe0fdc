import type { TextRange } from '../text/index.ts';

/** What a YAML document says, as plain data (merge keys applied, aliases followed). */
export type YamlValue = null | boolean | number | string | YamlValue[] | { [key: string]: YamlValue };
export type YamlMap = { [key: string]: YamlValue };

/** Keys and list indexes (0-based) from a document's root to a value. */
export type Path = readonly (string | number)[];

/** One document of a file: where it stands. The slices of a file, in order, are the whole file. */
export interface DocumentSlice extends TextRange {
  readonly text: string;
}

/** Something that keeps a document from being read, or that readers disagree on. Offsets are relative to the document's own text. */
export interface SyntaxProblem extends TextRange {
  readonly code: SyntaxProblemCode;
  readonly message: string;
}

export type SyntaxProblemCode =
  'syntax' | 'duplicate-key' | 'tab' | 'template' | 'alias-bomb' | 'too-deep' | 'too-large' | 'binary';

/**
 * A document, read. Plain data that survives `postMessage`; no parser node ever leaves this room.
 * `value` is undefined for a document without content (comments only) and for a broken one.
 */
export interface ParsedDocument {
  readonly text: string;
  readonly value: YamlValue | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/**
 * The tree of a document with its places, offsets relative to the document's own text.
 * Made on demand (about 1 ms), so that a workspace of thousands of documents does not hold thousands of trees.
 */
export type YamlNode = YamlMapNode | YamlListNode | YamlScalarNode | YamlAliasNode;

interface NodeBase extends TextRange {
  readonly anchor?: string;
  readonly flow: boolean;
}
export interface YamlEntry {
  readonly key: string;
  readonly keyRange: TextRange;
  /** The whole entry, key to the end of its value. */
  readonly range: TextRange;
  readonly value: YamlNode;
}
export interface YamlMapNode extends NodeBase {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
}
export interface YamlListNode extends NodeBase {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
}
export interface YamlScalarNode extends NodeBase {
  readonly kind: 'scalar';
  readonly value: null | boolean | number | string;
}
export interface YamlAliasNode extends NodeBase {
  readonly kind: 'alias';
  readonly target: string;
}
