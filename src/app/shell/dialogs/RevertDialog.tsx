import { useMemo } from 'react';
import { summaryOfChanges, type FileSummary } from '../../../exchange/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { Confirm } from './Confirm.tsx';
import styles from './RevertDialog.module.css';
import type { DialogProps } from './types.ts';

/** Puts one file (`target`) or all back as they were opened. */
export function RevertDialog({ target, onClose }: DialogProps) {
  const session = useSession();
  const workspace = useSessionState((state) => state.workspace);
  const files = useMemo(
    () =>
      summaryOfChanges(workspace.opened, workspace.files).files.filter(
        ({ path }) => !target || path === target,
      ),
    [workspace, target],
  );
  if (files.length === 0) {
    return (
      <Confirm
        title="Nothing to put back"
        description="Every file is as it was opened."
        submit="Close"
        onSubmit={() => undefined}
        onClose={onClose}
      />
    );
  }
  return (
    <Confirm
      title={target ? `Put ${target} back as opened?` : 'Put all files back as opened?'}
      description="What you changed since opening is taken back, in one step. Undo brings it back."
      submit="Put back"
      onSubmit={() => session.dispatch({ type: 'revert', ...(target && { path: target }) })}
      onClose={onClose}
    >
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.path}>
            <span className={styles.path}>{file.path}</span>
            <span className={styles.what}>{outcome(file)}</span>
          </li>
        ))}
      </ul>
    </Confirm>
  );
}

function outcome({ kind, added, removed }: FileSummary): string {
  if (kind === 'added') return 'was added, and goes';
  if (kind === 'removed') return 'was deleted, and comes back';
  return `+${added} −${removed} lines`;
}
