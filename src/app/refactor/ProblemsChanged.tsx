import type { Problem } from '../../checks/index.ts';
import type { RefactorPlan } from '../../operations/index.ts';
import { SeverityIcon } from '../controls/index.ts';
import { LongWorkLine } from './LongWorkLine.tsx';
import { useChangedProblems } from './useChangedProblems.ts';
import styles from './RefactorDialog.module.css';

const SHOWN = 8;

/** The problems that a refactoring would make, and those that would be gone. */
export function ProblemsChanged({ plan }: { plan: RefactorPlan }) {
  const looking = useChangedProblems(plan);
  if (looking.state !== 'done' || !looking.value)
    return (
      <LongWorkLine
        name="Look for problems"
        words="Looking for problems…"
        stopped="You stopped it: which problems would come and go is not known."
        failed="Which problems would come and go could not be worked out."
        work={looking}
      />
    );
  const { appear, go } = looking.value;
  if (appear.length + go.length === 0) return <p className={styles.note}>No new problems.</p>;
  return (
    <>
      {appear.length > 0 && <Listed title={`${some(appear.length)} more`} problems={appear} />}
      {go.length > 0 && <Listed title={`${some(go.length)} less`} problems={go} gone />}
    </>
  );
}

const some = (count: number) => (count === 1 ? '1 problem' : `${count} problems`);

function Listed({ title, problems, gone }: { title: string; problems: readonly Problem[]; gone?: boolean }) {
  return (
    <section className={styles.problems} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {problems.slice(0, SHOWN).map((problem, index) => (
          <li key={index} data-gone={gone}>
            <SeverityIcon severity={problem.severity} />
            <span>
              {problem.message} <small>{problem.resource?.name}</small>
            </span>
          </li>
        ))}
        {problems.length > SHOWN && <li className={styles.note}>and {problems.length - SHOWN} more</li>}
      </ul>
    </section>
  );
}
