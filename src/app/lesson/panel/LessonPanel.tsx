import { useEffect, useMemo, useRef } from 'react';
import { isFinished, readProgress } from '../../../lessons/index.ts';
import { registerPane } from '../../commands/panes.ts';
import { Button } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { follow } from '../follow.ts';
import { lessonHere } from '../here.ts';
import { lessonStore } from '../lessonStore.ts';
import { leave } from '../moves.ts';
import { EndView } from './EndView.tsx';
import { PanelHead } from './PanelHead.tsx';
import { StepView } from './StepView.tsx';
import styles from './LessonPanel.module.css';

/** The running lesson: the step that one is at, or how it went. */
export function LessonPanel() {
  const session = useSession();
  useEffect(() => follow(session), [session]);
  const kept = useSessionState(lessonHere);
  const { lesson, trouble, said } = useStore(lessonStore, (state) => state);
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => registerPane('lesson', { focus: () => heading.current?.focus() }), []);
  const progress = useMemo(() => lesson && kept && readProgress(lesson, kept.progress), [lesson, kept]);

  // Who goes on by keyboard reads on at the new step, not at a button that means another step now.
  const at = progress?.at;
  const last = useRef(at);
  useEffect(() => {
    const moved = last.current !== undefined && last.current !== at;
    last.current = at;
    if (!moved) return;
    // The button that was pressed may be gone with its step.
    const { activeElement } = document;
    if (panel.current?.contains(activeElement) || activeElement === document.body) heading.current?.focus();
    panel.current?.querySelector('[data-scroll]')?.scrollTo({ top: 0 });
  }, [at]);

  return (
    <div className={styles.lesson} ref={panel}>
      <output className="visually-hidden" data-testid="lesson-announcement">
        {said.words}
        {said.count % 2 === 1 ? ' ' : ''}
      </output>
      {trouble !== null && (
        <div className={styles.trouble} role="alert">
          <p>{trouble}</p>
          <Button onClick={() => void leave(session)}>Back to your own workspace</Button>
        </div>
      )}
      {lesson && progress && (
        <>
          <PanelHead lesson={lesson} progress={progress} />
          {isFinished(progress) ? (
            <EndView lesson={lesson} progress={progress} heading={heading} />
          ) : (
            <StepView lesson={lesson} progress={progress} heading={heading} />
          )}
        </>
      )}
    </div>
  );
}
