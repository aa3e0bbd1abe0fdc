import { useCallback, useState } from 'react';
import type { OpenedFile } from '../../../session/index.ts';
import { Button, Modal } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { DropOverlay } from './DropOverlay.tsx';
import { incomingWords, workspaceName } from './incoming.ts';
import { useDrop } from './useDrop.ts';
import { usePaste } from './usePaste.ts';

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
              notice: { tone: 'warning', title: 'Nothing to open in there', detail },
            });
          } else if (session.getState().workspace.files.length === 0) {
            session.dispatch({ type: 'open-files', files: read, mode: 'replace' });
          } else setFiles(read);
        },
        (error: Error) =>
          session.dispatch({
            type: 'notify',
            notice: { tone: 'error', title: 'That could not be read', detail: error.message },
          }),
      );
    },
    [session],
  );

  const dragging = useDrop(take);
  usePaste(take);

  const open = (mode: 'add' | 'replace') => {
    const name = mode === 'replace' ? workspaceName(files) : undefined;
    session.dispatch({ type: 'open-files', files, mode, ...(name && { name }) });
    setFiles([]);
  };

  return (
    <>
      {dragging && <DropOverlay />}
      {files.length > 0 && (
        <Modal
          title={`Open ${incomingWords(files)}`}
          description="Add to what is here, or replace it? Either way, undo brings back what was."
          onClose={() => setFiles([])}
          actions={
            <>
              <Button onClick={() => setFiles([])}>Cancel</Button>
              <Button onClick={() => open('replace')}>Replace</Button>
              <Button look="primary" onClick={() => open('add')}>
                Add
              </Button>
            </>
          }
        />
      )}
    </>
  );
}
