import { nodeAt } from '../find.ts';
import type { Path } from '../types.ts';
import { afterOwnComments, beforeOwnComments, extentOf } from './extent.ts';
import { lineAt, nextLine } from './lines.ts';
import type { Candidate } from './plan-scalar.ts';
import {
  behindProperties,
  childRanges,
  type Collection,
  ownerOf,
  refuseAliases,
  type Target,
} from './target.ts';

/**
 * Takes away a key or an item with its lines. Comments above it stay unless they are to go too: they may speak of what
 * follows.
 */
export function planRemove(target: Target, path: Path, comments = false): Candidate[] {
  refuseAliases(target, path, true);
  const parent = nodeAt(target.root, path.slice(0, -1));
  const last = path.at(-1);
  if (!parent || (parent.kind !== 'map' && parent.kind !== 'list') || last === undefined) return [];
  const index =
    parent.kind === 'list' ? Number(last) : parent.entries.findLastIndex(({ key }) => key === String(last));
  if (!childRanges(parent)[index]) return [];
  if (parent.flow) return [removeFromFlow(target.text, parent, index)];
  if (childRanges(parent).length === 1) return emptied(target, parent, path.slice(0, -1));
  return removeLines(target, parent, index, comments);
}

function removeFromFlow(text: string, parent: Collection, index: number): Candidate {
  const children = childRanges(parent);
  const [previous, child, next] = [children[index - 1], children[index], children[index + 1]];
  if (!child) return [];
  if (next) return [{ from: child.from, to: flowBegin(text, child.to, next.from), insert: '' }];
  if (previous) return [{ from: previous.to, to: child.to, insert: '' }];
  const comma = /^[ \t]*,/.exec(text.slice(child.to))?.[0].length ?? 0;
  return [{ from: child.from, to: child.to + comma, insert: '' }];
}

/** Behind the comma that follows a flow child, and the blanks after it, up to the next child (its anchor or tag included). */
function flowBegin(text: string, from: number, next: number): number {
  const between = text.slice(from, next);
  if (/#/.test(between)) return from + between.indexOf(',') + 1;
  const comma = /,\s*/.exec(between);
  return comma ? from + comma.index + comma[0].length : next;
}

function removeLines(target: Target, parent: Collection, index: number, comments: boolean): Candidate[] {
  const { text } = target;
  const extent = extentOf(target, parent, index);
  if (!extent.ownLines) {
    const next = extentOf(target, parent, index + 1);
    const comment = firstComment(text, extent.to, next.from);
    return [[{ from: extent.begin, to: comment ?? next.begin, insert: '' }]];
  }
  // The line above keeps its line break, also where the file had none at its end: no other line changes.
  const withComments = afterOwnComments(text, extent.to, extent.column);
  if (comments) {
    const above = beforeOwnComments(text, extent.from, extent.column, 0);
    return [[{ from: above, to: withComments, insert: '' }]];
  }
  const { from } = extent;
  return [
    [{ from, to: extent.to, insert: '' }],
    // A comment left behind can fall into a block scalar above; then it goes with what it spoke of.
    [{ from, to: withComments, insert: '' }],
  ];
}

/** Where the first comment on a line of its own begins between two lines; null where there is none. */
function firstComment(text: string, from: number, to: number): number | null {
  for (let at = from; at < to; at = nextLine(text, at)) {
    const line = lineAt(text, at);
    if (line.kind === 'comment') return at + line.indent;
  }
  return null;
}

/** The last child goes: the parent stays, empty. Comments between its key and its first child stay too. */
function emptied(target: Target, parent: Collection, path: Path): Candidate[] {
  const { text } = target;
  const empty = parent.kind === 'map' ? '{}' : '[]';
  const extent = extentOf(target, parent, 0);
  const owner = ownerOf(target, path);
  if (!owner || !extent.ownLines)
    return [[{ from: parent.from, to: trimmed(text, parent.to), insert: empty }]];
  const behind = behindProperties(text, owner, parent.from);
  const { from } = extent;
  return [
    [
      { from: behind, to: behind, insert: ` ${empty}` },
      { from, to: extent.to, insert: '' },
    ],
    [
      { from: behind, to: behind, insert: ` ${empty}` },
      { from, to: afterOwnComments(text, extent.to, extent.column - 1), insert: '' },
    ],
    [{ from: behind, to: trimmed(text, parent.to), insert: ` ${empty}` }],
  ];
}

function trimmed(text: string, to: number): number {
  let end = to;
  while (end > 0 && /[\r\n]/.test(text[end - 1] ?? '')) end--;
  return end;
}
