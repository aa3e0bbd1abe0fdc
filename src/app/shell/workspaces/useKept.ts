import { useMemo } from 'react';
import type { KeptWorkspace } from '../../../session/index.ts';
import { useSessionState } from '../../session.tsx';

/** What is kept, and the open workspace first, as it is now: it may not have been saved yet. */
export function useKept(): readonly KeptWorkspace[] {
  const kept = useSessionState((state) => state.workspaces);
  const workspace = useSessionState((state) => state.workspace);
  return useMemo(() => {
    const { id, name, files } = workspace;
    const size = files.reduce((sum, { text }) => sum + text.length, 0);
    const usedAt = kept.find((entry) => entry.id === id)?.usedAt ?? 0;
    return [{ id, name, files: files.length, size, usedAt }, ...kept.filter((entry) => entry.id !== id)];
  }, [kept, workspace]);
}
