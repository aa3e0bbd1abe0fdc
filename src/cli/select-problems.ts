import { isCode } from '../checks/index.ts';
import type { Problem, Severity } from '../index.ts';
import { oneOf } from './arguments.ts';
import { UsageError } from './usage-error.ts';

/** Options that say which problems count. */
export const SELECTION_OPTIONS = {
  severity: { type: 'string' },
  ignore: { type: 'string', multiple: true },
} as const;

const FROM_MILD_TO_GRAVE: readonly Severity[] = ['hint', 'info', 'warning', 'error'];

/**
 * Whether a problem counts: at least as grave as `--severity`, and of no code in `--ignore` (several, or with commas;
 * other tools' codes too). What does not count is neither printed nor does it change the exit code.
 */
export function selection(values: {
  readonly severity?: string | undefined;
  readonly ignore?: readonly string[] | undefined;
}): (problem: Problem) => boolean {
  const least = FROM_MILD_TO_GRAVE.indexOf(oneOf('--severity', values.severity, FROM_MILD_TO_GRAVE));
  const ignored = new Set((values.ignore ?? []).flatMap((codes) => codes.split(',').map(readCode)));
  return ({ severity, code, aliases }) =>
    FROM_MILD_TO_GRAVE.indexOf(severity) >= least && ![code, ...aliases].some((each) => ignored.has(each));
}

function readCode(text: string): string {
  const code = text.trim().toUpperCase();
  if (/^(IST|KIA)\d{4}$/.test(code) || isCode(code)) return code;
  throw new UsageError(
    `--ignore takes codes such as MW0201, IST0101 or KIA1107; there is no "${text.trim()}".`,
  );
}
