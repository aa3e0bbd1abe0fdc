import type { CodeInfo } from './code-info.ts';

/** MW41xx: files of expectations, `*.expect.yaml`. */
export const expectationCodes = {
  MW4101: {
    title: 'A part of an expectation that is not read',
    means: 'The expectation is not checked as it was meant, or not at all; the cluster never sees the file.',
    severity: 'warning',
    aliases: [],
  },
} as const satisfies Record<`MW41${string}`, CodeInfo>;
