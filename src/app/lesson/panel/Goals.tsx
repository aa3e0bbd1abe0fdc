import { Check } from 'lucide-react';
import { sayGoal, type LessonStep } from '../../../lessons/index.ts';
import type { ToldGoal } from '../../../session/index.ts';
import { useSession } from '../../session.tsx';
import { showPane } from '../../shell/layout/showPane.ts';
import { useStore } from '../../useStore.ts';
import { lessonStore } from '../lessonStore.ts';
import styles from './StepView.module.css';

/** What a step wants, ticked off by the engine while the learner works; of each that is not met, what is missing. */
export function Goals({ step }: { step: LessonStep }) {
  const told = useStore(lessonStore, (state) => state.goals);
  const unchecked = useStore(lessonStore, (state) => state.unchecked);
  const all = told?.every(({ met }) => met) ?? false;
  return (
    <section className={styles.part} aria-labelledby="lesson-goals">
      <h4 id="lesson-goals">Goals</h4>
      <ul className={styles.goals}>
        {step.goals.map((goal, index) => (
          <GoalRow key={index} title={sayGoal(goal)} told={told?.[index]} />
        ))}
      </ul>
      {all && <p className={styles.all}>All goals are met.</p>}
      {unchecked !== null && (
        <p role="alert">The goals could not be checked: {unchecked}. Reload the page; your files are kept.</p>
      )}
    </section>
  );
}

function GoalRow({ title, told }: { title: string; told: ToldGoal | undefined }) {
  const session = useSession();
  const met = told?.met ?? false;
  const at = told?.at;
  return (
    <li className={styles.goal} data-met={met}>
      <span className={styles.mark} aria-hidden="true">
        {met && <Check size={11} strokeWidth={3} />}
      </span>
      <span>
        <span className="visually-hidden">{!told ? 'Being checked: ' : met ? 'Met: ' : 'Not met yet: '}</span>
        {title}
      </span>
      {told && !met && told.missing !== '' && (
        <>
          {at ? (
            <button
              type="button"
              className={styles.missing}
              data-tip="Go to the place"
              onClick={() => {
                session.dispatch({ type: 'select', ...at, origin: 'system' });
                showPane(session, 'form', false);
              }}
            >
              {told.missing}
            </button>
          ) : (
            <span className={styles.missing}>{told.missing}</span>
          )}
        </>
      )}
    </li>
  );
}
