import type { Severity } from '../problem.ts';

/** What a code stands for, for lists of all problems and for the page that explains one. */
export interface CodeInfo {
  readonly title: string;
  /** What it means for the file or the traffic, in one or two sentences. */
  readonly means: string;
  readonly severity: Severity;
  /** What `istioctl` and Kiali call the same finding. */
  readonly aliases: readonly string[];
}

/** What the API server or istiod's webhook refuses is one code to `istioctl analyze`. */
export const refused = ['IST0106'] as const;
