import { CircleCheck } from 'lucide-react';
import styles from './Calm.module.css';

/** What stands where a list would be empty. */
export function Calm({ title, detail, ok = false }: { title: string; detail: string; ok?: boolean }) {
  return (
    <div className={styles.calm}>
      <p className={styles.title}>
        {ok && <CircleCheck size={16} aria-hidden className={styles.ok} />}
        {title}
      </p>
      <p>{detail}</p>
    </div>
  );
}
