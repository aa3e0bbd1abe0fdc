import type { Effect, Problem, Severity } from '../../../checks/index.ts';

export const severityWords: Record<Severity, string> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Info',
  hint: 'Hint',
};

/** What comes of a problem, in a word and in a sentence. */
export const effectWords: Record<Effect, { readonly word: string; readonly sentence: string }> = {
  rejected: {
    word: 'Rejected',
    sentence:
      'The cluster, or kubectl before it, refuses the resource. Nothing of it counts; what is there already stays as it is.',
  },
  misbehaves: {
    word: 'Misbehaves',
    sentence:
      'The cluster takes it without a word, and traffic does something else than the files seem to say.',
  },
  note: { word: 'Note', sentence: 'Nothing fails by it. It is worth knowing, or can be written better.' },
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
