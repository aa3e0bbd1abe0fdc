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
  return problems.map(commandOf).join('');
}

/** One workflow command, with its line end. */
export function annotation(
  command: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const list = Object.entries(properties).map(
    ([name, value]) =>
      `${name}=${escaped(String(value).replaceAll('\\', name === 'file' ? '/' : '\\'), /[%\r\n:,]/g)}`,
  );
  return `::${command} ${list.join(',')}::${escaped(message, /[%\r\n]/g)}\n`;
}

function commandOf({ severity, file, line, column, endLine, endColumn, code, message }: Problem): string {
  return annotation(
    COMMANDS[severity],
    {
      file,
      line,
      endLine,
      // Columns are understood only within one line; the last one counts as part of what is marked.
      ...(endLine === line && { col: column, endColumn: Math.max(column, endColumn - 1) }),
      title: code,
    },
    message,
  );
}

const escaped = (text: string, what: RegExp): string => text.replaceAll(what, encodeURIComponent);
