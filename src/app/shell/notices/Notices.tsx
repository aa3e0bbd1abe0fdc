import { useSessionState } from '../../session.tsx';
import { NoticeCard } from './NoticeCard.tsx';
import styles from './Notices.module.css';

const SHOWN = 4;

/** What has to be told once. Errors are spoken at once, the rest when there is a pause. */
export function Notices() {
  const notices = useSessionState((state) => state.notices);
  const shown = notices.slice(-SHOWN);
  const urgent = shown.filter(({ tone }) => tone === 'error');
  const calm = shown.filter(({ tone }) => tone !== 'error');
  return (
    <section className={styles.notices} aria-label="Notices">
      <div role="alert">
        {urgent.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} />
        ))}
      </div>
      <output className={styles.calm}>
        {calm.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} />
        ))}
      </output>
    </section>
  );
}
