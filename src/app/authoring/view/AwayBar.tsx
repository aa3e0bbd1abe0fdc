import { PenLine } from 'lucide-react';
import { useEffect } from 'react';
import { browserPage } from '../../../browser/index.ts';
import { Button } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { leaveAuthor, startAuthor } from '../author.ts';
import { takeAndTell } from '../takeAndTell.ts';
import { useAuthor } from '../useShown.ts';
import { goWriting } from '../where.ts';
import styles from './AwayBar.module.css';

/** While the author is on the canvas: for which step, and the ways to take the workspace back into the lesson. */
export function AwayBar() {
  const session = useSession();
  const pack = useAuthor((state) => state.pack);
  const path = useAuthor((state) => state.path);
  const at = useAuthor((state) => Math.max(0, state.step));
  useEffect(() => {
    void startAuthor();
    return browserPage.onLeave(leaveAuthor);
  }, []);
  const lesson = pack.lessons.find(({ file }) => file.path === path)?.lesson;
  const step = lesson?.steps[Math.min(at, lesson.steps.length - 1)];
  return (
    <section className={styles.bar} aria-label="Writing a lesson">
      <PenLine size={14} aria-hidden className={styles.icon} />
      <p className={styles.words}>
        {lesson && step ? (
          <>
            Writing <strong>{lesson.title}</strong>, step {lesson.steps.indexOf(step) + 1}: {step.title}
          </>
        ) : (
          'Writing lessons'
        )}
      </p>
      {step && (
        <>
          <Button
            size="small"
            onClick={() => takeAndTell(session, 'start')}
            data-tip="The files of this workspace become what the step begins with"
          >
            Take as start
          </Button>
          <Button
            size="small"
            onClick={() => takeAndTell(session, 'solution')}
            data-tip="What this workspace has changed becomes the step’s solution"
          >
            Take as solution
          </Button>
        </>
      )}
      <Button size="small" look="primary" onClick={() => goWriting('open')}>
        Back to writing
      </Button>
      <Button size="small" look="quiet" onClick={() => goWriting('closed')}>
        Stop
      </Button>
    </section>
  );
}
