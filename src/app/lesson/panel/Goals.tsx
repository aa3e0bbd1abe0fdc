import { Check } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { sayGoal, type Goal, type LessonStep } from '../../../lessons/index.ts';
import type { ToldGoal } from '../../../session/index.ts';
import { useSession } from '../../session.tsx';
import { showPane } from '../../shell/layout/showPane.ts';
import { useStore } from '../../useStore.ts';
import { lessonStore } from '../lessonStore.ts';
import styles from './StepView.module.css';

/** What a step wants, ticked off by the engine while the learner works; of each that is not met, what is missing. */
export function Goals({ step }: { step: LessonStep }) {
  const session = useSession();
  const told = useStore(lessonStore, (state) => state.goals);
  const unchecked = useStore(lessonStore, (state) => state.unchecked);
  return (
    <GoalList
      goals={step.goals}
      told={told}
      onGo={(at) => {
        session.dispatch({ type: 'select', ...at, origin: 'system' });
        showPane(session, 'form', false);
      }}
    >
      {unchecked !== null && (
        <p role="alert">The goals could not be checked: {unchecked}. Reload the page; your files are kept.</p>
      )}
    </GoalList>
  );
}

type Go = (at: NonNullable<ToldGoal['at']>) => void;

/** Goals as they stand. Without `onGo`, what is missing leads nowhere. */
export function GoalList({
  goals,
  told,
  onGo,
  children,
}: {
  goals: readonly Goal[];
  told: readonly ToldGoal[] | null;
  onGo?: Go;
  children?: ReactNode;
}) {
  const id = useId();
  const all = told?.every(({ met }) => met) ?? false;
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h4 id={id}>Goals</h4>
      <ul className={styles.goals}>
        {goals.map((goal, index) => (
          <GoalRow key={index} title={sayGoal(goal)} told={told?.[index]} onGo={onGo} />
        ))}
      </ul>
      {all && <p className={styles.all}>All goals are met.</p>}
      {children}
    </section>
  );
}

function GoalRow({ title, told, onGo }: { title: string; told: ToldGoal | undefined; onGo: Go | undefined }) {
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
          {at && onGo ? (
            <button
              type="button"
              className={styles.missing}
              data-tip="Go to the place"
              onClick={() => onGo(at)}
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
