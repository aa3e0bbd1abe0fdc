import { useEffect } from 'react';
import { pageStorage } from '../../browser/index.ts';
import { folderKey } from '../../session/index.ts';
import { tellFailure } from '../commands/tellFailure.ts';
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
    // Without the code for it (no network, or another version is served by now) nothing is kept in step with the folder.
    const failed = () =>
      tellFailure(
        session,
        'The folder of this workspace is not connected',
      )(
        'The part of the page that works with folders could not be fetched. What you do here is kept in this browser; to save it to the folder, reload the page.',
      );
    const stop = whenIdle(() => void find().catch(failed));
    return () => {
      over = true;
      stop();
    };
  }, [ready, workspace, session]);
}
