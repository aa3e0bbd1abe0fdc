import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import type { Problem } from '../../../checks/index.ts';
import { parsePath } from '../../../yaml/index.ts';
import { IconButton, SeverityIcon } from '../../controls/index.ts';
import { ROOT } from '../model/path.ts';
import { indexOfSame, worse } from '../model/problems.ts';
import { useCell } from './cell.ts';
import { useForm } from './context.ts';
import { showPlace } from './places.ts';
import styles from './summary.module.css';

/** How many errors and warnings the form has, above it, wherever it is scrolled to; leads from one to the next. */
export function ProblemSummary() {
  const form = useForm();
  const problems = useCell(form.problems, (index) => index.grave);
  // Which one was shown last.
  const [shown, setShown] = useState<Problem | null>(null);
  if (problems.length === 0) return null;

  const at = shown ? indexOfSame(problems, shown) : -1;
  const show = (index: number) => {
    const problem = problems.at(index % problems.length);
    if (!problem) return;
    setShown(problem);
    const path = problem.path === '' ? ROOT : parsePath(problem.path);
    form.reveal(path, 'input');
    showPlace(form.root.get(), path);
    form.announcement.set(`${problems.indexOf(problem) + 1} of ${problems.length}: ${problem.message}`);
  };
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  return (
    <div className={styles.summary}>
      <button type="button" className={styles.words} onClick={() => show(at + 1)}>
        <SeverityIcon severity={problems.map(({ severity }) => severity).reduce(worse)} size={13} />
        {at < 0 ? `${count} in this resource` : `Problem ${at + 1} of ${problems.length}`}
      </button>
      {problems.length > 1 && (
        <>
          <IconButton label="Previous problem" onClick={() => show(at <= 0 ? -1 : at - 1)}>
            <ChevronUp size={14} aria-hidden="true" />
          </IconButton>
          <IconButton label="Next problem" onClick={() => show(at + 1)}>
            <ChevronDown size={14} aria-hidden="true" />
          </IconButton>
        </>
      )}
    </div>
  );
}
