import { Button } from '../controls/index.ts';
import type { LongWork } from './useLongWork.ts';
import styles from './LongWorkLine.module.css';

interface LongWorkLineProps {
  /** What is being done, and what it is called: `Compare requests`. */
  words: string;
  name: string;
  /** What it means that it is not done. */
  stopped: string;
  failed: string;
  work: Pick<LongWork<unknown>, 'state' | 'isLong' | 'far' | 'stop' | 'again'>;
}

/** What is being worked out: once it takes long, how far it is and the way to stop it; then the way to begin again. */
export function LongWorkLine({ words, name, stopped, failed, work }: LongWorkLineProps) {
  const { state, isLong, far } = work;
  if (state === 'done') return null;
  const isOver = state !== 'working';
  return (
    <div className={styles.line}>
      <span>{state === 'stopped' ? stopped : state === 'failed' ? failed : words}</span>
      {!isOver && isLong && (
        <progress
          className={styles.progress}
          aria-label={name}
          {...(far && far.total > 0 && { value: far.done, max: far.total })}
        />
      )}
      {/* The same button in either case, so that the keyboard stays on it. */}
      {(isOver || isLong) && (
        <Button
          size="small"
          onClick={isOver ? work.again : work.stop}
          aria-label={`${isOver ? 'Begin again' : 'Stop'}: ${name}`}
        >
          {isOver ? 'Begin again' : 'Stop'}
        </Button>
      )}
    </div>
  );
}
