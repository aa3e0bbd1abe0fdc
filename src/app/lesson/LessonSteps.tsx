import { Check, Minus } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../controls/index.ts';
import { useCommand } from '../commands/useCommand.ts';
import { useSession, useSessionState } from '../session.tsx';
import { showOutcome, showPane } from '../shell/layout/showPane.ts';
import { useStore } from '../useStore.ts';
import { follow } from './follow.ts';
import { isLessonShown, lessonHere } from './here.ts';
import { lessonStore } from './lessonStore.ts';
import { goTo } from './moves.ts';
import styles from './LessonSteps.module.css';

const STATES = { open: 'to do', done: 'done', seen: 'read', skipped: 'skipped' } as const;

/** The steps of the running lesson, to see how they stand and to go to one. */
export function LessonSteps() {
  const session = useSession();
  useEffect(() => follow(session), [session]);
  const lesson = useStore(lessonStore, (state) => state.lesson);
  const progress = useSessionState((state) => lessonHere(state)?.progress ?? null);
  const shown = useSessionState(isLessonShown);
  const show = useCommand('lesson.go');
  if (!lesson || !progress) return null;
  return (
    <div className={styles.steps}>
      <ol aria-label="Steps of the lesson">
        {lesson.steps.map(({ title }, index) => {
          const state = progress.steps[index]?.state ?? 'open';
          return (
            <li key={index}>
              <button
                type="button"
                className={styles.step}
                aria-current={index === progress.at ? 'step' : undefined}
                onClick={() => {
                  goTo(session, index);
                  showPane(session, 'lesson', false);
                  showOutcome(session, 'lesson');
                }}
              >
                <span className={styles.mark} data-state={state} aria-hidden="true">
                  {state === 'done' || state === 'seen' ? (
                    <Check size={11} strokeWidth={3} />
                  ) : state === 'skipped' ? (
                    <Minus size={11} strokeWidth={3} />
                  ) : (
                    index + 1
                  )}
                </span>
                <span>{title}</span>
                <span className="visually-hidden">, {STATES[state]}</span>
              </button>
            </li>
          );
        })}
      </ol>
      {!shown && (
        <Button size="small" onClick={show.run}>
          Show the lesson
        </Button>
      )}
    </div>
  );
}
