import { lazy, Suspense } from 'react';
import { useSessionState } from '../../session.tsx';
import { useAtRest } from '../useAtRest.ts';
import styles from './Notices.module.css';

// Comes with the first notice.
const NoticeCard = lazy(async () => ({ default: (await import('./NoticeCard.tsx')).NoticeCard }));

// Sees to work without a network, too: not before the first screen has been fetched.
const UpdateCard = lazy(async () => ({
  default: (await import('../../without-network/UpdateCard.tsx')).UpdateCard,
}));

const SHOWN = 4;

/** What has to be told once. Errors are spoken at once, the rest when there is a pause. */
export function Notices() {
  const notices = useSessionState((state) => state.notices);
  const atRest = useAtRest();
  const shown = notices.slice(-SHOWN);
  const urgent = shown.filter(({ tone }) => tone === 'error');
  const calm = shown.filter(({ tone }) => tone !== 'error');
  return (
    <section className={styles.notices} aria-label="Notices">
      <div>
        <div role="alert">
          <Suspense>
            {urgent.map((notice) => (
              <NoticeCard key={notice.id} notice={notice} />
            ))}
          </Suspense>
        </div>
        <output className={styles.calm}>
          <Suspense>{atRest && <UpdateCard />}</Suspense>
          <Suspense>
            {calm.map((notice) => (
              <NoticeCard key={notice.id} notice={notice} />
            ))}
          </Suspense>
        </output>
      </div>
    </section>
  );
}
