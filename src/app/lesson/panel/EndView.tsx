import { useId, useMemo, type ReactNode, type RefObject } from 'react';
import { readProse, type Lesson, type LessonProgress } from '../../../lessons/index.ts';
import { tellFailure } from '../../commands/tellFailure.ts';
import { Button } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { beginLesson } from '../begin.ts';
import { back, restartLesson } from '../moves.ts';
import { Prose } from '../prose/Prose.tsx';
import { lessonAfter } from '../packs/lessonAfter.ts';
import { packStore } from '../packs/packStore.ts';
import { howItWent } from '../words.ts';
import styles from './StepView.module.css';

/** The end of a lesson: what was learned, the trap, and how it went. */
export function EndView({
  lesson,
  progress,
  heading,
}: {
  lesson: Lesson;
  progress: LessonProgress;
  heading: RefObject<HTMLHeadingElement | null>;
}) {
  const session = useSession();
  const packs = useStore(packStore, (state) => state.packs);
  const following = lessonAfter(lesson.id, packs ?? []);
  const went = howItWent(lesson, progress);
  return (
    <>
      <EndPage lesson={lesson} heading={heading}>
        {went.length > 0 && (
          <section className={styles.part} aria-labelledby="lesson-went">
            <h4 id="lesson-went">How it went</h4>
            <ul className={styles.learned}>
              {went.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </section>
        )}
        <div className={styles.buttons}>
          <Button size="small" onClick={() => restartLesson(session)}>
            Restart the lesson
          </Button>
        </div>
      </EndPage>
      <div className={styles.foot}>
        <Button onClick={() => back(session)}>Back</Button>
        {following && (
          <Button
            look="primary"
            onClick={() =>
              void beginLesson(session, following.id).catch(
                tellFailure(session, 'The lesson could not be opened'),
              )
            }
          >
            Next: {following.title}
          </Button>
        )}
      </div>
    </>
  );
}

/** What a lesson leaves behind, and `children` below it. */
export function EndPage({
  lesson,
  heading,
  children,
}: {
  lesson: Lesson;
  heading?: RefObject<HTMLHeadingElement | null>;
  children?: ReactNode;
}) {
  const id = useId();
  const trap = useMemo(() => readProse(lesson.trap), [lesson]);
  return (
    <div className={styles.body} data-scroll>
      <p className={styles.count}>The end</p>
      <h3 ref={heading} tabIndex={-1} className={styles.title}>
        What you have learned
      </h3>
      {lesson.learned.length > 0 && (
        <ul className={styles.learned}>
          {lesson.learned.map((sentence, index) => (
            <li key={index}>
              <Prose blocks={readProse(sentence)} />
            </li>
          ))}
        </ul>
      )}
      {trap.length > 0 && (
        <section className={styles.part} aria-labelledby={id}>
          <h4 id={id}>The trap</h4>
          <Prose blocks={trap} />
        </section>
      )}
      {children}
    </div>
  );
}
