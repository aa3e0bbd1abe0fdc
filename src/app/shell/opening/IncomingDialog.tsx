import type { OpenedFile } from '../../../session/index.ts';
import { Button, Modal } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { incomingWords, workspaceName } from './incoming.ts';

/** Asks where files that came in should go: beside what is here, or instead of it. */
export default function IncomingDialog({
  files,
  name: called,
  onClose,
}: {
  files: readonly OpenedFile[];
  name?: string;
  onClose: () => void;
}) {
  const session = useSession();

  const open = (mode: 'add' | 'replace') => {
    const name = mode === 'replace' ? (called ?? workspaceName(files)) : undefined;
    session.dispatch({ type: 'open-files', files, mode, ...(name && { name }) });
    onClose();
  };

  return (
    <Modal
      title={`Open ${incomingWords(files)}`}
      description="Add to what is here, or open it as a workspace of its own? What is here now stays among your workspaces, and undo goes back."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button onClick={() => open('replace')}>Replace</Button>
          <Button look="primary" onClick={() => open('add')}>
            Add
          </Button>
        </>
      }
    />
  );
}
