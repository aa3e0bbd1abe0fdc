import type { RestorePoint } from '../../../session/index.ts';
import type { Stop } from '../../controls/index.ts';
import { ago } from '../workspaces/ago.ts';
import styles from './RestorePoints.module.css';

const time = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

interface PointRowProps {
  point: RestorePoint;
  now: number;
  current: boolean;
  stop: Stop;
  onPress: () => void;
}

export function PointRow({ point, now, current, stop, onPress }: PointRowProps) {
  const { name, why, at } = point;
  return (
    <button
      type="button"
      {...stop}
      className={current ? `${styles.point} ${styles.current}` : styles.point}
      aria-current={current}
      onClick={onPress}
    >
      <span className={styles.name}>{name ?? why}</span>
      <time className={styles.when} dateTime={new Date(at).toISOString()} title={time.format(at)}>
        {ago(at, now)} · {time.format(at)}
      </time>
    </button>
  );
}
