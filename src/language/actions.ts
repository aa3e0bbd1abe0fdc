import type { Problem } from '../checks/index.ts';
import type { Operation } from '../operations/index.ts';
import type { LanguageContext } from './context.ts';

/** A mend to choose at a place of the text. */
export interface CodeAction {
  readonly title: string;
  readonly problem: Problem;
  readonly operation: Operation;
  /** The only fix of its problem: the one to take without asking. */
  readonly preferred: boolean;
}

/** Lines and columns as problems have them: 1-based, the end exclusive. */
export interface LineSpan {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The fixes of the problems that touch a stretch of a file. */
export function codeActions(context: LanguageContext, file: string, span: LineSpan): readonly CodeAction[] {
  return context.problems
    .filter((problem) => problem.file === file && touches(problem, span))
    .flatMap((problem) =>
      problem.fixes.map(({ title, operation }) => ({
        title,
        operation,
        problem,
        preferred: problem.fixes.length === 1,
      })),
    );
}

const before = (line: number, column: number, otherLine: number, otherColumn: number): boolean =>
  line < otherLine || (line === otherLine && column < otherColumn);

function touches(problem: LineSpan, span: LineSpan): boolean {
  return (
    !before(problem.endLine, problem.endColumn, span.line, span.column) &&
    !before(span.endLine, span.endColumn, problem.line, problem.column)
  );
}
