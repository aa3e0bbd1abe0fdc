import { useMemo, type ReactNode, type RefObject } from 'react';
import { readProse, type Lesson, type LessonProgress } from '../../../lessons/index.ts';
import { useCommand } from '../../commands/useCommand.ts';
import { Button } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { back, next } from '../moves.ts';
import { Prose } from '../prose/Prose.tsx';
import { ShowMe } from '../show/ShowMe.tsx';
import { Goals } from './Goals.tsx';
import { Hints } from './Hints.tsx';
import { LookList } from './LookList.tsx';
import styles from './StepView.module.css';

/** One step: what is to be read, what is to be done, and help. */
export function StepView({
  lesson,
  progress,
  heading,
}: {
  lesson: Lesson;
  progress: LessonProgress;
  heading: RefObject<HTMLHeadingElement | null>;
}) {
  const session = useSession();
  const { at } = progress;
  const step = lesson.steps[at];
  const onward = useCommand('lesson.next');
  const backward = useCommand('lesson.back');
  if (!step) return null;
  const done = step.goals.length === 0 || progress.steps[at]?.state === 'done';
  const isLast = at + 1 === lesson.steps.length;
  return (
    <>
      <StepPage lesson={lesson} at={at} heading={heading}>
        <LookList look={step.look} />
        {step.goals.length > 0 && (
          <>
            <Goals step={step} />
            <Hints hints={step.hints} shown={progress.steps[at]?.hints ?? 0} />
            <ShowMe />
          </>
        )}
      </StepPage>
      <div className={styles.foot} data-steps>
        <Button onClick={() => back(session)} disabled={at === 0} aria-keyshortcuts={backward.ariaKeys}>
          Back
        </Button>
        <Button
          look={done ? 'primary' : 'plain'}
          onClick={() => next(session)}
          aria-keyshortcuts={onward.ariaKeys}
        >
          {done ? (isLast ? 'Finish' : 'Next') : 'Skip'}
        </Button>
      </div>
    </>
  );
}

/** What is to be read of a step, and `children` below it. */
export function StepPage({
  lesson,
  at,
  heading,
  children,
}: {
  lesson: Lesson;
  at: number;
  heading?: RefObject<HTMLHeadingElement | null>;
  children: ReactNode;
}) {
  const step = lesson.steps[at];
  const introduction = useMemo(() => readProse(at === 0 ? lesson.introduction : ''), [lesson, at]);
  const text = useMemo(() => readProse(step?.text ?? ''), [step]);
  return (
    <div className={styles.body} data-scroll>
      <p className={styles.count}>
        Step {at + 1} of {lesson.steps.length}
      </p>
      <h3 ref={heading} tabIndex={-1} className={styles.title}>
        {step?.title}
      </h3>
      {introduction.length > 0 && <Prose blocks={introduction} />}
      <Prose blocks={text} />
      {children}
    </div>
  );
}
