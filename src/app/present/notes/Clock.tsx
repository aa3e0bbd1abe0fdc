import { useEffect, useState } from 'react';
import { Button } from '../../controls/index.ts';
import { against, clock } from './elapsed.ts';
import styles from './NotesPage.module.css';

/** The time since the lesson was begun, against what is planned for it. */
export function Clock({
  since,
  minutes,
  onRestart,
}: {
  since: number;
  minutes: number | null;
  onRestart: () => void;
}) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const passed = Math.max(0, now - since);
  const plan = minutes === null ? null : against(passed, minutes);
  return (
    <section className={styles.card} aria-labelledby="clock">
      <h2 id="clock">Time</h2>
      <p className={styles.clock} role="timer" aria-label="Since the beginning">
        {clock(passed)}
      </p>
      {plan && (
        <p className={plan.over ? styles.over : styles.muted}>
          of {minutes} planned: {plan.words}
        </p>
      )}
      <Button size="small" onClick={onRestart}>
        Start the clock anew
      </Button>
    </section>
  );
}
