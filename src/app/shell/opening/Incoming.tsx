import { lazy, Suspense, useCallback, useState } from 'react';
import type { OpenedFile } from '../../../session/index.ts';
import { useSession } from '../../session.tsx';
import { DropOverlay } from './DropOverlay.tsx';
import { useDrop } from './useDrop.ts';
import { usePaste } from './usePaste.ts';

const IncomingDialog = lazy(() => import('./IncomingDialog.tsx'));

/** Takes in what is dropped on the window or pasted where nothing is being written, and asks where it should go. */
export function Incoming() {
  const session = useSession();
  const [files, setFiles] = useState<readonly OpenedFile[]>([]);

  const take = useCallback(
    (reading: Promise<readonly OpenedFile[]>) => {
      reading.then(
        (read) => {
          if (read.length === 0) {
            const detail = 'Only .yaml, .yml and .json files of a folder are opened.';
            session.dispatch({
              type: 'notify',
              notice: { about: 'opening', tone: 'warning', title: 'Nothing to open in there', detail },
            });
          } else if (session.getState().workspace.files.length === 0) {
            session.dispatch({ type: 'open-files', files: read, mode: 'replace' });
          } else setFiles(read);
        },
        (error: Error) =>
          session.dispatch({
            type: 'notify',
            notice: {
              about: 'opening',
              tone: 'error',
              title: 'That could not be read',
              detail: error.message,
            },
          }),
      );
    },
    [session],
  );

  const dragging = useDrop(take);
  usePaste(take);

  return (
    <>
      {dragging && <DropOverlay />}
      {files.length > 0 && (
        <Suspense fallback={null}>
          <IncomingDialog files={files} onClose={() => setFiles([])} />
        </Suspense>
      )}
    </>
  );
}
