import { useMemo, useState } from 'react';
import { meshOfFiles, resourcesMeant, statesOf, type Lesson } from '../../../lessons/index.ts';
import { Button, Segmented } from '../../controls/index.ts';
import { EndPage } from '../../lesson/panel/EndView.tsx';
import { GoalList } from '../../lesson/panel/Goals.tsx';
import { HintList } from '../../lesson/panel/Hints.tsx';
import { LookButtons } from '../../lesson/panel/LookList.tsx';
import { StepPage } from '../../lesson/panel/StepView.tsx';
import panel from '../../lesson/panel/StepView.module.css';
import { goToStep } from '../goTo.ts';
import { trialKeys, type Trial } from '../trials.ts';
import { useAuthor, useShown } from '../useShown.ts';
import styles from './Preview.module.css';

type As = 'start' | 'solved';

/** The step that the caret is in, drawn as the learner's panel draws it. */
export function Preview() {
  const shown = useShown();
  const step = useAuthor((state) => state.step);
  const [end, setEnd] = useState(false);
  const [as, setAs] = useState<As>('start');
  const last = useLastReadable(shown?.path, shown?.lesson);
  const { lesson } = last;
  const at = lesson ? Math.min(Math.max(step, 0), lesson.steps.length - 1) : 0;
  // The end is looked at until the caret goes to a step.
  const [seen, setSeen] = useState(step);
  if (seen !== step) {
    setSeen(step);
    setEnd(false);
  }
  if (!shown) return <p className={styles.empty}>Here is what learners see of a lesson.</p>;
  if (!lesson)
    return (
      <p className={styles.empty}>
        There is nothing to see yet: a lesson needs a title in its head, and a step, which begins with ##.
      </p>
    );
  const isLast = at + 1 === lesson.steps.length;
  return (
    <div className={styles.preview}>
      <div className={styles.bar}>
        <h2 className={styles.title}>{lesson.title}</h2>
        <Segmented
          label="Which state of the goals is shown"
          value={as}
          options={[
            { value: 'start', title: 'At the start' },
            { value: 'solved', title: 'Solved' },
          ]}
          onChange={setAs}
        />
      </div>
      {!shown.lesson && (
        <p className={styles.stale}>The text cannot be read just now. This is the lesson as it was before.</p>
      )}
      {end ? (
        <EndPage lesson={lesson} />
      ) : (
        <StepPreview
          key={`${shown.path} ${at}`}
          lesson={lesson}
          at={at}
          as={as}
          done={shown.done}
          onShow={() => setAs('solved')}
        />
      )}
      <div className={panel.foot}>
        <Button disabled={at === 0 && !end} onClick={() => (end ? setEnd(false) : goToStep(at - 1))}>
          Back
        </Button>
        <Button disabled={end} onClick={() => (isLast ? setEnd(true) : goToStep(at + 1))}>
          {isLast ? 'Finish' : 'Next'}
        </Button>
      </div>
    </div>
  );
}

function StepPreview({
  lesson,
  at,
  as,
  done,
  onShow,
}: {
  lesson: Lesson;
  at: number;
  as: As;
  /** What “Show me” leads to. */
  onShow: () => void;
  done: ReadonlyMap<string, Trial>;
}) {
  const [hints, setHints] = useState(0);
  const step = lesson.steps[at];
  const found = useMemo(() => {
    const state = statesOf(lesson)[at]?.start ?? [];
    if (!step?.look.resources.length) return [];
    const mesh = meshOfFiles(state);
    return step.look.resources.flatMap((pattern) => resourcesMeant(mesh, pattern));
  }, [lesson, at, step]);
  if (!step) return null;
  const key = trialKeys(lesson)[at] ?? '';
  const trial = done.get(key);
  const told = !trial || 'failed' in trial ? null : as === 'start' ? trial.atStart : trial.atEnd;
  return (
    <StepPage lesson={lesson} at={at}>
      <LookButtons
        found={found.map(({ name }) => name)}
        requests={step.look.requests}
        lit={false}
        inert="Try this step, to send and highlight"
        onLight={nothing}
        onSend={nothing}
      />
      {step.goals.length > 0 && (
        <>
          <GoalList goals={step.goals} told={told} />
          <HintList hints={step.hints} shown={hints} onReveal={() => setHints(hints + 1)} />
          <div className={panel.buttons}>
            <Button size="small" aria-pressed={as === 'solved'} onClick={onShow}>
              Show me
            </Button>
          </div>
        </>
      )}
      {step.notes !== '' && (
        <section className={styles.notes}>
          <h4>Notes for who teaches, hidden from learners</h4>
          <p>{step.notes}</p>
        </section>
      )}
    </StepPage>
  );
}

/** What the buttons do is done where the step is tried. */
const nothing = (): void => {};

/** The lesson as it could be read last: a half-typed word does not take the picture away. */
function useLastReadable(path: string | undefined, lesson: Lesson | undefined) {
  const [last, setLast] = useState<{ path: string | undefined; lesson: Lesson | undefined }>({
    path,
    lesson,
  });
  if (last.path !== path || (lesson && last.lesson !== lesson)) {
    const next = { path, lesson };
    setLast(next);
    return next;
  }
  return last;
}
