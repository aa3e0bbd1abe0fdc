import { lazy, Suspense, useCallback, useState } from 'react';
import type { Dropped } from '../../../browser/index.ts';
import type { OpenedFile } from '../../../session/index.ts';
import { useSession } from '../../session.tsx';
import { lookInto } from './lookInto.ts';
import { readAll } from './readAll.ts';
import { DropOverlay } from './DropOverlay.tsx';
import { useDrop } from './useDrop.ts';
import { usePaste } from './usePaste.ts';

const IncomingDialog = lazy(() => import('./IncomingDialog.tsx'));

/** Takes in what is dropped on the window or pasted where nothing is being written, and asks where it should go. */
export function Incoming() {
  const session = useSession();
  const [came, setCame] = useState<{ readonly files: readonly OpenedFile[]; readonly name?: string } | null>(
    null,
  );

  const take = useCallback(
    (dropped: Dropped) => {
      readAll(session, dropped)
        .then(lookInto)
        .then(
          ({ files: read, pack, name: called }) => {
            if (pack && read.length === 0) return;
            if (read.length === 0) {
              const detail = 'Of a folder, .yaml, .yml and .json files are opened, and lessons.';
              session.dispatch({
                type: 'notify',
                notice: { about: 'opening', tone: 'warning', title: 'Nothing to open in there', detail },
              });
            } else if (session.getState().workspace.files.length === 0) {
              session.dispatch({
                type: 'open-files',
                files: read,
                mode: 'replace',
                ...(called && { name: called }),
              });
            } else setCame({ files: read, ...(called && { name: called }) });
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
      {came && (
        <Suspense fallback={null}>
          <IncomingDialog {...came} onClose={() => setCame(null)} />
        </Suspense>
      )}
    </>
  );
}
