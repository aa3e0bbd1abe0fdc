import type { Problem } from '../checks/index.ts';
import type { Operation } from '../operations/index.ts';
import type { LanguageContext } from './context.ts';
import { missingMends } from './missing.ts';

/** A mend to choose at a place of the text. */
export interface CodeAction {
  readonly title: string;
  /** Absent for what mends no problem that is told of. */
  readonly problem?: Problem;
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

/** The fixes of the problems that touch a stretch of a file, and what mends a name at its start that means nothing. */
export function codeActions(
  context: LanguageContext,
  file: string,
  span: LineSpan,
  offset: number,
): readonly CodeAction[] {
  const fixes = problemsTouching(context.problems, file, span).flatMap((problem) =>
    problem.fixes.map(({ title, operation }) => ({
      title,
      operation,
      problem,
      preferred: problem.fixes.length === 1,
    })),
  );
  const known = new Set(fixes.flatMap(({ title, operation }) => [title, JSON.stringify(operation)]));
  const more = missingMends(context, file, offset).filter(
    ({ title, operation }) => !known.has(title) && !known.has(JSON.stringify(operation)),
  );
  return [...fixes, ...more.map((mend) => ({ ...mend, preferred: false }))];
}

/** The problems that touch a stretch of a file. */
export function problemsTouching(
  problems: readonly Problem[],
  file: string,
  span: LineSpan,
): readonly Problem[] {
  return problems.filter((problem) => problem.file === file && touches(problem, span));
}

const before = (line: number, column: number, otherLine: number, otherColumn: number): boolean =>
  line < otherLine || (line === otherLine && column < otherColumn);

function touches(problem: LineSpan, span: LineSpan): boolean {
  return (
    !before(problem.endLine, problem.endColumn, span.line, span.column) &&
    !before(span.endLine, span.endColumn, problem.line, problem.column)
  );
}
