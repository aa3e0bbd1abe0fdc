import { tellFailure } from '../../commands/tellFailure.ts';
import { panes } from '../../commands/panes.ts';
import { Button, Modal } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import type { DialogProps } from '../../shell/dialogs/types.ts';
import { useStore } from '../../useStore.ts';
import { openPack } from './openPack.ts';
import { packStore, type PackSource } from './packStore.ts';
import styles from './PackTroubleDialog.module.css';

const MOST = 100;

/** What is wrong with a pack, by file and line. What was kept of it before stays as it was. */
export function PackTroubleDialog({ onClose }: DialogProps) {
  const session = useSession();
  const trouble = useStore(packStore, (state) => state.trouble);
  if (!trouble) return null;
  const { title, objections, rest, lessons } = trouble;
  const openRest = (source: PackSource) => {
    openPack(source)
      .then((pack) => panes.shell?.openDialog(pack ? 'lessons' : 'pack-trouble', pack?.id))
      .catch(tellFailure(session, 'The pack could not be opened'));
  };
  const several = objections.length > 1;
  return (
    <Modal
      title={`“${title}” cannot be taught as it is`}
      description={`${several ? `${objections.length} mistakes stand` : 'A mistake stands'} in it, so it was not opened; nothing that you had was changed. Whoever wrote it finds ${several ? 'them' : 'it'} with “npx meshwright lesson check”, too.`}
      wide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          {rest && (
            <Button look="primary" onClick={() => openRest(rest)}>
              {lessons === 1 ? 'Open the lesson that is whole' : `Open the ${lessons} lessons that are whole`}
            </Button>
          )}
        </>
      }
    >
      <ul className={styles.list} aria-label="Mistakes">
        {objections.slice(0, MOST).map(({ file, line, column, message }, index) => (
          <li key={index} className={styles.mistake}>
            <span className={styles.place}>
              {file}, line {line}, column {column}
            </span>
            <span>{message}</span>
          </li>
        ))}
      </ul>
      {objections.length > MOST && <p>… and {objections.length - MOST} more.</p>}
    </Modal>
  );
}
