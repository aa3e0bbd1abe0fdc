import type { Problem } from '../index.ts';
import type { TextFile } from '../text/index.ts';

export interface ProblemSummary {
  readonly errors: number;
  readonly warnings: number;
  /** Infos and hints. */
  readonly infos: number;
}

/** How many problems there are of each severity. */
export function summaryOf(problems: readonly Problem[]): ProblemSummary {
  const count = (...severities: string[]) =>
    problems.filter(({ severity }) => severities.includes(severity)).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info', 'hint') };
}

/** One line a problem, as compilers print them, so that editors and people can jump to the place; what was fixed; the sum. */
export function problemsAsText(
  problems: readonly Problem[],
  fixed: readonly Problem[],
  files: readonly TextFile[],
): string {
  const lineOf = ({ file, line, column, severity, code, message }: Problem, word: string = severity) =>
    `${file}:${line}:${column} ${word} ${code} ${message.replaceAll(/\s*\n\s*/g, ' ')}`;
  return [
    ...fixed.map((problem) => lineOf(problem, 'fixed')),
    ...problems.map((problem) => lineOf(problem)),
    ...(fixed.length > 0 ? [`Fixed ${plural(fixed.length, 'problem')}.`] : []),
    sentence(summaryOf(problems), files.length),
    '',
  ].join('\n');
}

function sentence({ errors, warnings, infos }: ProblemSummary, files: number): string {
  const parts = [plural(errors, 'error'), plural(warnings, 'warning'), plural(infos, 'note')].filter(
    (part) => !part.startsWith('0 '),
  );
  return `${parts.join(', ') || 'No problems'} in ${plural(files, 'file')}.`;
}

const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
