import { useMemo } from 'react';
import { resourceChanges, type ResourceChanges } from '../../../exchange/index.ts';
import type { TextFile } from '../../../text/index.ts';
import { createParseCache } from '../../../yaml/index.ts';

/** What became of each resource between two states of the files; null where too much did. What was read once is not read again. */
export function useResourceChanges(
  before: readonly TextFile[],
  files: readonly TextFile[],
): ResourceChanges | null {
  const cache = useMemo(() => createParseCache(), []);
  return useMemo(() => resourceChanges(before, files, (text) => cache.read(text)), [before, files, cache]);
}
