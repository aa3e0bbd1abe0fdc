import { structuredPatch } from 'diff';

export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed' | 'skipped';
  readonly text: string;
}

/** More edits than anyone reads; searching on would take seconds. */
const MOST_EDITS = 1500;
const MOST_LINES = 600;

/** What changes from one text to the other, with a few lines around; null where it is too much to be shown. */
export function diffOf(before: string, after: string): readonly DiffLine[] | null {
  const patch = structuredPatch('', '', before, after, '', '', { context: 2, maxEditLength: MOST_EDITS });
  if (!patch) return null;
  const lines = patch.hunks.flatMap((hunk, index): DiffLine[] => [
    ...(index > 0 || hunk.oldStart > 1 ? [{ kind: 'skipped' as const, text: `line ${hunk.newStart}` }] : []),
    ...hunk.lines.filter((line) => !line.startsWith('\\')).map(lineOf),
  ]);
  return lines.length > MOST_LINES ? null : lines;
}

function lineOf(line: string): DiffLine {
  const kind = line.startsWith('+') ? 'added' : line.startsWith('-') ? 'removed' : 'same';
  return { kind, text: line.slice(1).replace(/\r$/, '') };
}
