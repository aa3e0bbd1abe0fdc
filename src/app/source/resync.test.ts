import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLineIndex } from './lines.ts';
import { resyncEdit } from './resync.ts';

const modelOf = (text: string) => {
  const all = text.split('\n');
  return { getLineCount: () => all.length, getLineContent: (n: number) => all[n - 1] ?? '' };
};

const offset = (text: string, line: number, column: number) =>
  text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, each) => sum + each.length + 1, 0) +
  column -
  1;

const anyText = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });

it('makes a model read as our text with one edit, and none when it does', () => {
  fc.assert(
    fc.property(anyText, anyText, (theirs, ours) => {
      const edit = resyncEdit(modelOf(theirs), createLineIndex(ours));
      const range = edit?.range ?? { startLineNumber: 1, startColumn: 1, endLineNumber: 1, endColumn: 1 };
      const from = offset(theirs, range.startLineNumber, range.startColumn);
      const to = offset(theirs, range.endLineNumber, range.endColumn);
      expect(theirs.slice(0, from) + (edit?.text ?? '') + theirs.slice(to)).toBe(ours);
    }),
    { numRuns: 5000 },
  );
});
