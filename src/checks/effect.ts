import { codeInfo, type Code } from './codes.ts';
import type { Problem, Severity } from './problem.ts';

/**
 * What comes of a problem: the cluster (or kubectl before it) refuses the resource; or takes it, and it does something
 * else than it seems to; or nothing bad, and it is only worth knowing.
 */
export type Effect = 'rejected' | 'misbehaves' | 'note';

export const EFFECTS: readonly Effect[] = ['rejected', 'misbehaves', 'note'];

export function effectOf({ severity, rejected }: Pick<Problem, 'severity' | 'rejected'>): Effect {
  if (rejected) return 'rejected';
  return severity === 'info' || severity === 'hint' ? 'note' : 'misbehaves';
}

/** The effect that problems of a code mostly have. */
export function usualEffect(code: Code): Effect {
  const { severity } = codeInfo(code);
  return effectOf({ severity, rejected: isRejected(code, severity) });
}

/** Whether the cluster refuses what has a problem of this code. A milder case of what is refused elsewhere is not refused. */
export function isRejected(code: Code, severity: Severity): boolean {
  const { rejects, aliases, severity: usual } = codeInfo(code);
  return (severity === 'error' || severity === usual) && (rejects ?? aliases.includes('IST0106'));
}
