import { useMemo } from 'react';
import { commitMessage, resourceChanges, summaryOfChanges } from '../../../exchange/index.ts';
import { Button, Modal, Segmented } from '../../controls/index.ts';
import { useSessionState } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import type { DialogProps } from '../dialogs/types.ts';
import { KubectlPart } from './KubectlPart.tsx';
import { MessagePart } from './MessagePart.tsx';
import { PatchPart } from './PatchPart.tsx';
import { commitStore } from './readyState.ts';
import styles from './CommitDialog.module.css';

/** What a person takes away when they are done: a commit message, a patch, commands for the cluster. */
export function CommitDialog({ onClose }: DialogProps) {
  const workspace = useSessionState((state) => state.workspace);
  const { opened, files } = workspace;
  const part = useStore(commitStore, (state) => state.part);
  const summary = useMemo(() => summaryOfChanges(opened, files), [opened, files]);
  const changes = useMemo(() => resourceChanges(opened, files), [opened, files]);
  const suggested = useMemo(() => commitMessage(changes?.resources ?? [], summary.files), [changes, summary]);
  const count = summary.files.length;
  return (
    <Modal
      title="Ready to commit"
      description={
        count
          ? `${count === 1 ? '1 file' : `${count} files`} changed since opening: +${summary.added} −${summary.removed} lines.`
          : 'Every file is as it was opened: there is nothing to commit.'
      }
      wide="full"
      onClose={onClose}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      {count > 0 && (
        <>
          <div className={styles.choices}>
            <Segmented
              label="What to take away"
              value={part}
              options={[
                { value: 'message', title: 'Message' },
                { value: 'patch', title: 'Patch' },
                { value: 'kubectl', title: 'kubectl' },
              ]}
              onChange={(next) => commitStore.set({ part: next })}
            />
          </div>
          {changes !== null && changes.broken.size > 0 && (
            <p className={styles.note}>
              Broken YAML now, and not told of by resource: {[...changes.broken].join(', ')}.
            </p>
          )}
          {part === 'message' && <MessagePart suggested={suggested} />}
          {part === 'patch' && <PatchPart workspace={workspace} />}
          {part === 'kubectl' && <KubectlPart resources={changes?.resources ?? []} files={files} />}
        </>
      )}
    </Modal>
  );
}
