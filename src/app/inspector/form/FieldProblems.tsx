import type { Problem, Severity } from '../../../checks/index.ts';
import { SeverityIcon } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { parsePath } from '../../../yaml/index.ts';
import { ROOT } from '../model/path.ts';
import { applyAt } from './assume.ts';
import { useForm, useLocked } from './context.ts';
import styles from './problems.module.css';

const words: Record<Severity, string> = { error: 'Error', warning: 'Warning', info: 'Note', hint: 'Hint' };

/** What is wrong at a place, each with its mends. */
export function FieldProblems({ problems, id }: { problems: readonly Problem[]; id?: string }) {
  if (problems.length === 0) return null;
  return (
    <ul className={styles.list} id={id}>
      {problems.map((problem, index) => (
        // Two problems of one place can be alike in everything; their order is stable.
        // oxlint-disable-next-line react/no-array-index-key
        <ProblemLine key={`${problem.code} ${index}`} problem={problem} />
      ))}
    </ul>
  );
}

function ProblemLine({ problem }: { problem: Problem }) {
  const form = useForm();
  const session = useSession();
  const locked = useLocked();
  return (
    <li className={styles[problem.severity]}>
      <span className={styles.icon}>
        <SeverityIcon severity={problem.severity} size={13} />
      </span>
      <div className={styles.text}>
        <span className="visually-hidden">{words[problem.severity]}: </span>
        {problem.message}{' '}
        <button
          type="button"
          className={styles.code}
          aria-label={`What ${problem.code} means`}
          onClick={() =>
            void import('../../drawer/problems/index.ts').then(({ explain }) =>
              explain(session, problem.code),
            )
          }
        >
          {problem.code}
        </button>
        {!locked && problem.fixes.length > 0 && (
          <span className={styles.fixes}>
            {problem.fixes.map((fix) => (
              <button
                key={fix.title}
                type="button"
                className={styles.fix}
                data-fix
                onClick={() =>
                  applyAt(session, form, problem.path === '' ? ROOT : parsePath(problem.path), fix.operation)
                }
              >
                {fix.title}
              </button>
            ))}
          </span>
        )}
      </div>
    </li>
  );
}
