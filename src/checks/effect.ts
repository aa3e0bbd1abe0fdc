import { codeInfo, isCode } from './codes.ts';
import type { Problem } from './problem.ts';

/**
 * What comes of a problem: the cluster (or kubectl before it) refuses the resource; or takes it, and it does something
 * else than it seems to; or nothing bad, and it is only worth knowing.
 */
export type Effect = 'rejected' | 'misbehaves' | 'note';

export const EFFECTS: readonly Effect[] = ['rejected', 'misbehaves', 'note'];

/** The effect of a problem, or of a code with its usual severity. */
export function effectOf({ code, severity }: Pick<Problem, 'code' | 'severity'>): Effect {
  if (severity === 'info' || severity === 'hint') return 'note';
  return severity === 'error' && isCode(code) && rejects(code) ? 'rejected' : 'misbehaves';
}

function rejects(code: Parameters<typeof codeInfo>[0]): boolean {
  const { rejects: said, aliases } = codeInfo(code);
  return said ?? aliases.includes('IST0106');
}
