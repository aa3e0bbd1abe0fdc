import type { Collection, Target } from './target.ts';
import { beginOf, childRanges } from './target.ts';
import { beginsLine, columnOf, lineAt, lineStart, nextLine } from './lines.ts';

/** Where the line after a value's last line begins. A block scalar ends behind its own line break. */
export function afterLine(text: string, to: number): number {
  const behindBreak = to > 0 && (text[to - 1] === '\n' || text[to - 1] === '\r');
  return behindBreak ? to : nextLine(text, to);
}

/** From the line after a child over comments that are indented deeper than its siblings: they speak of the child. */
export function afterOwnComments(text: string, from: number, column: number): number {
  let end = from;
  let at = from;
  while (at < text.length) {
    const line = lineAt(text, at);
    if (line.kind === 'content' || (line.kind === 'comment' && line.indent <= column)) break;
    at = nextLine(text, at);
    if (line.kind === 'comment') end = at;
  }
  return end;
}

/** From a child's first line up over the comments directly above it, in its own column; not beyond `floor`. */
export function beforeOwnComments(text: string, start: number, column: number, floor: number): number {
  let begin = start;
  while (begin > floor) {
    const above = lineStart(text, begin - (text[begin - 2] === '\r' ? 2 : 1));
    const line = lineAt(text, above);
    if (above < floor || line.kind !== 'comment' || line.indent !== column) break;
    begin = above;
  }
  return begin;
}

export interface Extent {
  /** The key, or the dash. */
  readonly begin: number;
  /** The child has lines of its own: nothing but blanks before it. */
  readonly ownLines: boolean;
  readonly column: number;
  /** The first line's start, and the start of the line after the last. */
  readonly from: number;
  readonly to: number;
}

/** The lines of a block collection's child. */
export function extentOf({ text }: Pick<Target, 'text'>, node: Collection, index: number): Extent {
  const begin = beginOf(text, node, index);
  return {
    begin,
    ownLines: beginsLine(text, begin),
    column: columnOf(text, begin),
    from: lineStart(text, begin),
    to: afterLine(text, childRanges(node)[index]?.to ?? begin),
  };
}
