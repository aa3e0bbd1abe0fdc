import { useMemo } from 'react';
import { tellFailure } from '../commands/tellFailure.ts';
import { useSession, useSessionState } from '../session.tsx';
import { Confirm } from '../shell/dialogs/Confirm.tsx';
import type { DialogProps } from '../shell/dialogs/types.ts';
import styles from './Folder.module.css';
import { keeperOf, saveNow } from './keepers.ts';
import { saveLines } from './saveLines.ts';

/** Asks before saving makes, renames or deletes files in the folder. */
export function SaveDialog({ onClose }: Pick<DialogProps, 'onClose'>) {
  const session = useSession();
  const name = useSessionState((state) => state.folder?.name ?? 'the folder');
  const plan = useMemo(() => keeperOf(session).plan(), [session]);
  const lines = plan ? saveLines(plan) : [];
  return (
    <Confirm
      title={`Save to ${name}?`}
      description="This is what becomes of the files in the folder. All others stay as they are."
      submit="Save"
      danger={plan !== null && plan.removed.length > plan.renamed.length}
      onSubmit={() => void saveNow(session).catch(tellFailure(session, 'Nothing was saved'))}
      onClose={onClose}
    >
      <ul className={styles.list}>
        {lines.map(({ path, what, from }) => (
          <li key={path}>
            <span className={styles.what} data-what={what}>
              {what}
            </span>
            <span className={styles.path}>
              {from !== undefined && <span className={styles.from}>{from} → </span>}
              {path}
            </span>
          </li>
        ))}
      </ul>
    </Confirm>
  );
}
