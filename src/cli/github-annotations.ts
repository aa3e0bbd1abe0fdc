import type { Problem, Severity } from '../index.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/**
 * Problems as workflow commands, which GitHub shows beside the lines of a pull request.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function githubAnnotations(problems: readonly Problem[]): string {
  return problems.map((problem) => `${commandOf(problem)}\n`).join('');
}

function commandOf({ severity, file, line, column, endLine, endColumn, code, message }: Problem): string {
  const properties: Readonly<Record<string, string | number>> = {
    file: file.replaceAll('\\', '/'),
    line,
    endLine,
    // Columns are understood only within one line; the last one counts as part of what is marked.
    ...(endLine === line && { col: column, endColumn: Math.max(column, endColumn - 1) }),
    title: code,
  };
  const list = Object.entries(properties).map(
    ([name, value]) => `${name}=${escaped(String(value), /[%\r\n:,]/g)}`,
  );
  return `::${COMMANDS[severity]} ${list.join(',')}::${escaped(message, /[%\r\n]/g)}`;
}

const escaped = (text: string, what: RegExp): string => text.replaceAll(what, encodeURIComponent);
