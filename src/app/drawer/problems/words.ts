import type { Problem, Severity } from '../../../checks/index.ts';

export const severityWords: Record<Severity, string> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Info',
  hint: 'Hint',
};

export const placeOf = ({ file, line }: Problem) => `${file}:${line}`;

/** A problem as one line of text, to be pasted into an issue or a chat. */
export function problemText(problem: Problem): string {
  const { severity, code, aliases, message, file, line, column, resource, path } = problem;
  const where = resource
    ? ` ${resource.kind} ${[resource.namespace, resource.name].filter(Boolean).join('/')}`
    : '';
  const codes = aliases.length > 0 ? `${code} (${aliases.join(', ')})` : code;
  return `${severityWords[severity]} ${codes}${where}${path ? ` ${path}` : ''}: ${message} [${file}:${line}:${column}]`;
}
