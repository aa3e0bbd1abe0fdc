import { RefreshCw } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../controls/index.ts';
import { isLessonShown } from '../lesson/here.ts';
import { useSession, useSessionState } from '../session.tsx';
import { useStore } from '../useStore.ts';
import { whenIdle } from '../whenIdle.ts';
import notices from '../shell/notices/Notices.module.css';
import { beginOffline, offlineStore } from './offlineStore.ts';
import { reloadNow } from './reloadNow.ts';
import styles from './UpdateCard.module.css';

/** Offers a new version of the page: not in the middle of a lesson, nor while work could not be saved. */
export function UpdateCard() {
  const session = useSession();
  const offered = useStore(offlineStore, ({ update, later }) => update !== null && !later);
  const isTime = useSessionState((state) => !isLessonShown(state) && state.save.kind !== 'failed');
  useEffect(() => whenIdle(beginOffline), []);
  if (!offered || !isTime) return null;
  return (
    <div className={notices.card}>
      <RefreshCw size={16} aria-hidden className={notices.icon} />
      <div className={notices.words}>
        <p className={notices.title}>A new version is ready</p>
        <p className={notices.detail}>Your work stays as it is. Other open pages keep their version.</p>
        <div className={styles.actions}>
          <Button size="small" look="primary" onClick={() => void reloadNow(session)}>
            Reload now
          </Button>
          <Button size="small" onClick={() => offlineStore.set({ later: true })}>
            Later
          </Button>
        </div>
      </div>
    </div>
  );
}
