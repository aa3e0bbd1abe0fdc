import type { Severity } from '../problem.ts';

/** What a code stands for, for lists of all problems and for the page that explains one. */
export interface CodeInfo {
  readonly title: string;
  /** What it means for the file or the traffic, in one or two sentences. */
  readonly means: string;
  readonly severity: Severity;
  /** What `istioctl` and Kiali call the same finding. */
  readonly aliases: readonly string[];
  /** Whether the cluster, or kubectl before it, refuses what has it; where it is not said, whether it is IST0106. */
  readonly rejects?: boolean;
}

/** What the API server or istiod's webhook refuses is one code to `istioctl analyze`. */
export const refused = ['IST0106'] as const;

/** A code for what the API server or istiod's webhook refuses. */
export const rejected = (title: string, means: string): CodeInfo => ({
  title,
  means,
  severity: 'error',
  aliases: refused,
});

/** A code for what istiod accepts with a warning; the alias is that of `istioctl analyze`. */
export const warned = (title: string, means: string, alias = 'IST0133'): CodeInfo => ({
  title,
  means,
  severity: 'warning',
  aliases: [alias],
});

/** A code for what no other tool tells of, and that does no harm. */
export const noted = (title: string, means: string): CodeInfo => ({
  title,
  means,
  severity: 'info',
  aliases: [],
});

/** A code for what the cluster accepts and other tools tell of. */
export const told = (severity: Severity, title: string, means: string, ...aliases: string[]): CodeInfo => ({
  title,
  means,
  severity,
  aliases,
});

/** A code for what the cluster takes as it is, and no other tool tells of. */
export const ours = (severity: Severity, title: string, means: string): CodeInfo => ({
  title,
  means,
  severity,
  aliases: [],
});
