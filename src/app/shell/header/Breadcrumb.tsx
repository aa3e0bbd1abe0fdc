import { EditableText } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { WorkspaceMenu } from './WorkspaceMenu.tsx';
import styles from './Breadcrumb.module.css';

/** `workspace / file`; the workspace's name can be changed in place. */
export function Breadcrumb() {
  const session = useSession();
  const name = useSessionState((state) => state.workspace.name);
  const file = useSessionState((state) => state.activeFile);
  return (
    <div className={styles.trail}>
      <EditableText
        label="Name of the workspace"
        className={styles.workspace}
        value={name}
        onChange={(next) => session.dispatch({ type: 'rename-workspace', name: next })}
      />
      <WorkspaceMenu />
      {file !== null && (
        <>
          <span className={styles.slash} aria-hidden="true">
            /
          </span>
          <span className={styles.file} title={file}>
            {file}
          </span>
        </>
      )}
    </div>
  );
}
