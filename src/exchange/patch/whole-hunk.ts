import type { StructuredPatchHunk } from 'diff';

/** One hunk that takes all lines out and puts others in, for texts too different to be compared line by line. */
export function wholeHunk(before: string, after: string): StructuredPatchHunk[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  return [
    {
      oldStart: 1,
      oldLines: old.length,
      newStart: 1,
      newLines: fresh.length,
      lines: [...marked('-', old), ...marked('+', fresh)],
    },
  ];
}

/** Lines with their ends. */
export const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

const marked = (mark: string, lines: readonly string[]): string[] =>
  lines.flatMap((line) =>
    line.endsWith('\n') ? [mark + line.slice(0, -1)] : [mark + line, '\\ No newline at end of file'],
  );
