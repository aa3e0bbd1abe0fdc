import { summaryOfChanges } from '../../exchange/index.ts';
import type { TextFile } from '../../text/index.ts';

/** How many lines differ between two states of a file; undefined where it is not there. */
export function countChanges(before: TextFile | undefined, after: TextFile | undefined): number {
  const { added, removed } = summaryOfChanges(before ? [before] : [], after ? [after] : []);
  // A changed line is one removed and one added; people count it once.
  return Math.max(added, removed);
}
