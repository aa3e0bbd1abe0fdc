import { leftByReason, WHY_LEFT } from '../../session/index.ts';
import { useCommand } from '../commands/useCommand.ts';
import { Button, Modal } from '../controls/index.ts';
import { useSessionState } from '../session.tsx';
import type { DialogProps } from '../shell/dialogs/types.ts';
import styles from './Folder.module.css';

/** More than anyone reads. */
const SHOWN = 200;

/** What of the folder is open, what is not saved, and what was left alone, with the reason. */
export function FolderDialog({ onClose }: Pick<DialogProps, 'onClose'>) {
  const folder = useSessionState((state) => state.folder);
  const files = useSessionState((state) => state.workspace.files.length);
  const save = useCommand('folder.save');
  if (!folder) return null;
  const { name, unsaved, removed, left } = folder;
  const waiting = [...unsaved, ...removed];
  const groups = leftByReason(left);
  return (
    <Modal
      title={`The folder ${name}`}
      description={`${files === 1 ? '1 file is' : `${files} files are`} open. Saving writes only what has changed, to the byte; what changes in the folder is taken in or asked about, never overwritten.`}
      onClose={onClose}
      wide
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button
            look="primary"
            disabled={waiting.length === 0}
            onClick={() => {
              onClose();
              save.run();
            }}
          >
            Save
          </Button>
        </>
      }
    >
      <h3 className={styles.heading}>
        {waiting.length === 0 ? 'Everything is saved' : `Not saved yet: ${waiting.length}`}
      </h3>
      {waiting.length > 0 && <Paths paths={waiting} />}
      <h3 className={styles.heading}>{groups.length === 0 ? 'Nothing was left alone' : 'Left alone'}</h3>
      {groups.map(({ reason, left: some }) => (
        <details key={reason} className={styles.group}>
          <summary>
            {WHY_LEFT[reason].title} <span className={styles.from}>{some.length}</span>
          </summary>
          <p className={styles.why}>{WHY_LEFT[reason].why}</p>
          <Paths paths={some.map(({ path, detail }) => (detail ? `${path}: ${detail}` : path))} />
        </details>
      ))}
    </Modal>
  );
}

function Paths({ paths }: { paths: readonly string[] }) {
  return (
    <ul className={styles.list}>
      {paths.slice(0, SHOWN).map((path) => (
        <li key={path} className={styles.path}>
          {path}
        </li>
      ))}
      {paths.length > SHOWN && <li className={styles.from}>… and {paths.length - SHOWN} more</li>}
    </ul>
  );
}
