import type { ToldGoal } from './messages.ts';
import styles from './NotesPage.module.css';

const WORDS: Readonly<Record<ToldGoal['state'], string>> = {
  open: 'being checked',
  met: 'met',
  missing: 'not met',
};

/** How the goals of the step stand on the projector. */
export function GoalList({ goals }: { goals: readonly ToldGoal[] }) {
  return (
    <section className={styles.card} aria-labelledby="goals">
      <h2 id="goals">Goals</h2>
      <ul className={styles.goals}>
        {goals.map(({ title, state, missing }, index) => (
          <li key={index}>
            <span className={styles.state} data-state={state}>
              {WORDS[state]}
            </span>
            {title}
            {missing !== '' && <span className={styles.missing}>{missing}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
