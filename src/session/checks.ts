import type { createChecker } from '../checks/index.ts';

/**
 * The room that finds problems, handed in: the page's first picture does not wait for its rules to arrive, while the
 * command line and the library have them at once.
 */
export interface Checks {
  readonly createChecker: typeof createChecker;
}
