import { canInstall } from '../../browser/index.ts';
import { useCommand } from '../commands/useCommand.ts';
import { Button } from '../controls/index.ts';
import { useSession } from '../session.tsx';
import { useStore } from '../useStore.ts';
import { offlineStore } from './offlineStore.ts';
import { reloadNow } from './reloadNow.ts';
import { OFFLINE_WORDS } from './words.ts';
import styles from './UpdateCard.module.css';

/** Whether the page works without a network, and what can be done about its version. */
export function OfflineWords() {
  const session = useSession();
  const state = useStore(offlineStore, (offline) => offline.state);
  const isNew = useStore(offlineStore, ({ update }) => update !== null);
  const app = useCommand('help.install');
  return (
    <>
      <output>{OFFLINE_WORDS[state]}</output>
      {isNew && <p>A new version is ready; this page still runs the one before.</p>}
      {(isNew || canInstall()) && (
        <div className={styles.actions}>
          {isNew && (
            <Button size="small" onClick={() => void reloadNow(session)}>
              Reload with the new version
            </Button>
          )}
          {canInstall() && (
            <Button size="small" onClick={app.run}>
              {app.title}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
