import { useEffect } from 'react';
import { pageStorage } from '../../browser/index.ts';
import { folderKey } from '../../session/index.ts';
import { useSession, useSessionState } from '../session.tsx';
import { whenIdle } from '../whenIdle.ts';

/** Where the workspace is a folder of the disk, finds it again after a reload. Others never fetch what that takes. */
export function useFolder(ready: boolean): void {
  const session = useSession();
  const workspace = useSessionState((state) => state.workspace.id);
  useEffect(() => {
    if (!ready) return;
    let over = false;
    const find = async () => {
      // What cannot be read is as if there were none; that storage is blocked is said elsewhere.
      const kept = await pageStorage()
        .get(folderKey(workspace))
        .catch(() => undefined);
      if (kept !== undefined && !over) (await import('./chunk.ts')).keeperOf(session);
    };
    const stop = whenIdle(() => void find());
    return () => {
      over = true;
      stop();
    };
  }, [ready, workspace, session]);
}
