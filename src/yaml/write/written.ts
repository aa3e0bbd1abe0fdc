import { nodeAt } from '../find.ts';
import { locate } from '../locate.ts';
import type { Path } from '../types.ts';
import { afterOwnComments, beforeOwnComments, extentOf, type Extent } from './extent.ts';
import { eolAt, lineAt, lineStart } from './lines.ts';
import type { Candidate } from './plan-scalar.ts';
import { ownerOf, type Owner } from './target.ts';

/** How a key's value or an item is written, comments included, so that it can be written so again elsewhere. */
export interface Written {
  /** The comments right above it. */
  readonly above: readonly string[];
  /** What follows its colon or dash on that line, and the lines under it as if the key or dash stood at the margin. */
  readonly behind: readonly string[];
}

/** The lines of what stands at a path. Undefined in `{}` and `[]`, and where it has an anchor: twice, that would mean another thing. */
export function writtenAt(text: string, path: Path): Written | undefined {
  const found = childAt(text, path);
  if (!found) return undefined;
  const { extent, owner } = found;
  const behind = text.slice(owner.behind, afterOwnComments(text, extent.to, extent.column));
  if (/(?:^|[\s,[{])&\S/.test(behind)) return undefined;
  const { from } = lineOf(text, extent);
  // What stands above a dash speaks of the item, not of its first key.
  const begin = extent.ownLines ? beforeOwnComments(text, from, extent.column, 0) : from;
  const blanks = new RegExp(`^[ \\t]{0,${String(extent.column)}}`);
  const [first = '', ...lines] = linesOf(behind);
  return {
    above: linesOf(text.slice(begin, from)).map((line) => line.trimStart()),
    behind: [first, ...lines.map((line) => line.replace(blanks, ''))],
  };
}

/** Writes what stands at a path as it is written elsewhere. Whether that says the same is for the caller to find out. */
export function planAsWritten(text: string, path: Path, written: Written): Candidate | undefined {
  const found = childAt(text, path);
  if (!found) return undefined;
  const { extent, owner } = found;
  const { from, column } = lineOf(text, extent);
  const eol = eolAt(text, extent.begin);
  const [first = '', ...lines] = written.behind;
  const indented = lines.map((line) => (line === '' ? '' : ' '.repeat(extent.column) + line));
  const finish = /[\r\n]$/.test(text.slice(owner.behind, extent.to)) ? eol : '';
  return [
    { from, to: from, insert: written.above.map((line) => ' '.repeat(column) + line + eol).join('') },
    { from: owner.behind, to: extent.to, insert: [first, ...indented].join(eol) + finish },
  ];
}

function childAt(text: string, path: Path): { extent: Extent; owner: Owner } | undefined {
  const root = locate(text);
  const parent = root && nodeAt(root, path.slice(0, -1));
  const last = path.at(-1);
  if (!parent || (parent.kind !== 'map' && parent.kind !== 'list') || parent.flow) return undefined;
  const index =
    parent.kind === 'list' ? Number(last) : parent.entries.findLastIndex(({ key }) => key === String(last));
  const owner = ownerOf({ text, root }, path);
  if (!owner || owner.bare || index < 0) return undefined;
  return { extent: extentOf({ text }, parent, index), owner };
}

/** The line that it begins on, and the column of comments above it: above a first key they stand at its dash. */
function lineOf(text: string, { begin, column, ownLines }: Extent): { from: number; column: number } {
  const from = lineStart(text, begin);
  return { from, column: ownLines ? column : lineAt(text, from).indent };
}

const linesOf = (text: string): string[] =>
  text === '' ? [] : text.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/);
