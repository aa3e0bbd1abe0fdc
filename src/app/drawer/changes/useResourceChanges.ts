import { useMemo } from 'react';
import { resourceChanges, type ResourceChanges } from '../../../exchange/index.ts';
import type { Workspace } from '../../../session/index.ts';
import { createParseCache } from '../../../yaml/index.ts';

/** What became of each resource since the files were opened; null where too much did. What was read once is not read again. */
export function useResourceChanges({ opened, files }: Workspace): ResourceChanges | null {
  const cache = useMemo(() => createParseCache(), []);
  return useMemo(() => resourceChanges(opened, files, (text) => cache.read(text)), [opened, files, cache]);
}
