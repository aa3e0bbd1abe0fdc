import type { Severity } from '../../checks/index.ts';

/** How grave a severity is: the smaller, the graver. */
export const severityRank: Record<Severity, number> = { error: 0, warning: 1, info: 2, hint: 3 };
