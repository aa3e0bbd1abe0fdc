import { useId } from 'react';
import { Button } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import styles from './ProgressBar.module.css';

/** Long work, and the way to stop it. Lies over the page, so that nothing moves when it comes and goes. */
export function ProgressBar() {
  const session = useSession();
  const progress = useSessionState((state) => state.progress);
  const id = useId();
  if (!progress) return null;
  const { label, done, total } = progress;
  // Absent while nobody knows how much there is.
  const percent = total > 0 ? Math.round((100 * Math.min(done, total)) / total) : undefined;
  return (
    <div className={styles.bar}>
      <progress className="visually-hidden" aria-labelledby={id} value={percent} max={100} />
      <div className={styles.words}>
        <span id={id} className={styles.label}>
          {label}
        </span>
        {percent !== undefined && <span className={styles.count}>{percent} %</span>}
      </div>
      <div className={styles.track} aria-hidden>
        <div
          className={percent === undefined ? styles.unknown : styles.done}
          style={percent === undefined ? undefined : { width: `${percent}%` }}
        />
      </div>
      <Button size="small" onClick={() => session.dispatch({ type: 'cancel-progress' })}>
        Cancel
      </Button>
    </div>
  );
}
