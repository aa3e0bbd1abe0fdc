import { useState } from 'react';
import { Button, Modal } from '../../controls/index.ts';
import { useCommand } from '../../commands/useCommand.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { Confirm } from '../dialogs/Confirm.tsx';
import { NameForm } from '../dialogs/NameForm.tsx';
import type { DialogProps } from '../dialogs/types.ts';
import { useKept } from './useKept.ts';
import { WorkspaceRow } from './WorkspaceRow.tsx';
import styles from './WorkspacesDialog.module.css';

type Asking = { readonly what: 'rename' | 'delete'; readonly id: string };

/** All workspaces that this browser keeps: to open, rename, copy and delete. */
export function WorkspacesDialog({ onClose }: DialogProps) {
  const session = useSession();
  const [asking, setAsking] = useState<Asking | null>(null);
  const open = useSessionState((state) => state.workspace.id);
  const fresh = useCommand('workspace.new');
  const samples = useCommand('sample.list');
  const kept = useKept();
  const asked = asking && kept.find(({ id }) => id === asking.id);
  const [now] = useState(() => Date.now());
  const back = () => setAsking(null);

  if (asked && asking.what === 'rename') {
    return (
      <NameForm
        title="Rename the workspace"
        label="Name"
        value={asked.name}
        objection={(name) => (name === '' ? 'A workspace needs a name.' : null)}
        submit="Rename"
        onSubmit={(name) => session.dispatch({ type: 'rename-workspace', id: asked.id, name })}
        onClose={back}
      />
    );
  }
  if (asked) {
    const isOpen = asked.id === open;
    return (
      <Confirm
        title={`Delete the workspace ${asked.name}?`}
        description={
          isOpen
            ? 'Its files and restore points are taken out of this browser. Until you close the page, undo brings the files back.'
            : 'Its files and restore points are taken out of this browser, for good. To keep them, open it and download the files first.'
        }
        submit="Delete the workspace"
        danger
        onSubmit={() => session.dispatch({ type: 'delete-workspace', id: asked.id })}
        onClose={back}
      />
    );
  }
  return (
    <Modal
      title="Workspaces"
      description="Each is a set of files of its own, kept in this browser. The last used come first."
      wide
      onClose={onClose}
      actions={
        <>
          <Button
            look="quiet"
            className={styles.samples}
            onClick={() => {
              onClose();
              samples.run();
            }}
          >
            {samples.title}
          </Button>
          <Button onClick={onClose}>Close</Button>
          <Button
            look="primary"
            onClick={() => {
              onClose();
              fresh.run();
            }}
          >
            {fresh.title}
          </Button>
        </>
      }
    >
      <ul className={styles.list} aria-label="Workspaces">
        {kept.map((workspace) => (
          <WorkspaceRow
            key={workspace.id}
            workspace={workspace}
            now={now}
            isOpen={workspace.id === open}
            onOpen={() => {
              onClose();
              session.dispatch({ type: 'switch-workspace', id: workspace.id });
            }}
            onRename={() => setAsking({ what: 'rename', id: workspace.id })}
            onDuplicate={() => session.dispatch({ type: 'duplicate-workspace', id: workspace.id })}
            onDelete={() => setAsking({ what: 'delete', id: workspace.id })}
          />
        ))}
      </ul>
    </Modal>
  );
}
