import { Progress } from '@base-ui/react/progress';
import { Button } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import styles from './ProgressBar.module.css';

/** Long work, and the way to stop it. Lies over the page, so that nothing moves when it comes and goes. */
export function ProgressBar() {
  const session = useSession();
  const progress = useSessionState((state) => state.progress);
  if (!progress) return null;
  const { label, done, total } = progress;
  const known = total > 0;
  return (
    <Progress.Root className={styles.bar} value={known ? done : null} max={known ? total : 100}>
      <div className={styles.words}>
        <Progress.Label className={styles.label}>{label}</Progress.Label>
        {known && <span className={styles.count}>{Math.round((100 * Math.min(done, total)) / total)} %</span>}
      </div>
      <Progress.Track className={styles.track}>
        <Progress.Indicator className={known ? styles.done : styles.unknown} />
      </Progress.Track>
      <Button size="small" onClick={() => session.dispatch({ type: 'cancel-progress' })}>
        Cancel
      </Button>
    </Progress.Root>
  );
}
