import { useState } from 'react';
import { Button, Modal, RovingList } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import type { DialogProps } from '../dialogs/types.ts';
import { KeepPointDialog } from './KeepPointDialog.tsx';
import { PointPreview } from './PointPreview.tsx';
import { PointRow } from './PointRow.tsx';
import styles from './RestorePoints.module.css';

/** How the files were before: to look at, and to go back to. */
export function RestorePointsDialog({ onClose }: DialogProps) {
  const session = useSession();
  const points = useSessionState((state) => state.restorePoints);
  const hasFiles = useSessionState((state) => state.workspace.files.length > 0);
  const [chosen, setChosen] = useState<string | null>(null);
  const [keeping, setKeeping] = useState(false);
  const [now] = useState(() => Date.now());
  const newestFirst = points.toReversed();
  const shown = newestFirst.find(({ id }) => id === chosen) ?? newestFirst[0];

  if (keeping) return <KeepPointDialog onClose={() => setKeeping(false)} />;
  return (
    <Modal
      title="Restore points"
      description="Made by themselves before much is changed at once, when the page is opened and while you work. Those with a name stay until you remove them."
      wide="full"
      onClose={onClose}
      actions={
        <>
          <Button className={styles.keep} disabled={!hasFiles} onClick={() => setKeeping(true)}>
            Keep one now…
          </Button>
          {shown && (
            <Button
              look="quiet"
              onClick={() => session.dispatch({ type: 'forget-restore-point', point: shown.id })}
            >
              Remove
            </Button>
          )}
          <Button onClick={onClose}>Close</Button>
          {shown && (
            <Button
              look="primary"
              onClick={() => {
                session.dispatch({ type: 'restore', point: shown.id });
                onClose();
              }}
            >
              Restore
            </Button>
          )}
        </>
      }
    >
      {shown ? (
        <div className={styles.columns}>
          <RovingList
            label="Restore points"
            className={styles.points}
            items={newestFirst}
            keyOf={({ id }) => id}
            heightOf={() => 48}
            first={newestFirst.indexOf(shown)}
          >
            {(point, stop) => (
              <PointRow
                point={point}
                now={now}
                stop={stop}
                current={point === shown}
                onPress={() => setChosen(point.id)}
              />
            )}
          </RovingList>
          <section className={styles.preview} aria-label="What restoring changes">
            <PointPreview point={shown.id} />
          </section>
        </div>
      ) : (
        <p className={styles.note}>
          There is none yet. One is made before you delete a file, put files back or open others; or keep one
          now.
        </p>
      )}
    </Modal>
  );
}
