import type { TextRange } from '../../text/index.ts';

/** Something to choose, with the edit that choosing it makes. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: 'field' | 'value' | 'name' | 'resource' | 'item';
  /** A few words beside the label: the type, what defines the name. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  /** What is replaced, 0-based in the file; always on one line, and around the caret. */
  readonly replace: TextRange;
  /** With `\n` at line ends. */
  readonly insert: string;
  /** Offsets in `insert` where the caret goes, one after another; empty: to its end. */
  readonly stops: readonly number[];
  /** Choosing it leaves the caret where something else can be chosen at once. */
  readonly again: boolean;
  readonly deprecated: boolean;
  /** Smaller comes first; alike ones keep their order. */
  readonly rank: number;
}

export interface CompletionList {
  readonly items: readonly CompletionItem[];
}

/** A line of text with marks where the caret goes: `¦`. */
export function stopsOf(marked: string): { insert: string; stops: number[] } {
  const parts = marked.split('¦');
  const stops: number[] = [];
  let length = 0;
  for (const part of parts.slice(0, -1)) stops.push((length += part.length));
  return { insert: parts.join(''), stops };
}
