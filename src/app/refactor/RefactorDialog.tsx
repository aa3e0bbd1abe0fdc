import { useEffect, useId, useRef, useState } from 'react';
import type { Answers, RefactorAt } from '../../operations/index.ts';
import type { DialogMore } from '../commands/panes.ts';
import { FormModal } from '../controls/index.ts';
import { useSession, useSessionState } from '../session.tsx';
import type { DialogProps } from '../shell/dialogs/types.ts';
import { applyMuch, applyPlan, isMuch } from './applying.ts';
import { LongWorkLine } from './LongWorkLine.tsx';
import { RefactorPreview } from './RefactorPreview.tsx';
import { QuestionField } from './QuestionField.tsx';
import { useLongWork, type Work } from './useLongWork.ts';
import { useRefactoring } from './useRefactoring.ts';
import styles from './RefactorDialog.module.css';

/** The new name that was typed before the preview was asked for. */
function answeredBefore(target = '', { name, subset }: DialogMore = {}): Answers {
  if (name === undefined) return {};
  const which = `${target} ${subset}`;
  return subset === undefined ? { name } : { subset: which, [`to ${which}`]: name };
}

/** What can be done to many places at once: its questions, and all that it would change, before it is done. */
export function RefactorDialog({ target, more, onClose }: DialogProps) {
  const session = useSession();
  const selection = useSessionState((state) => state.selection);
  // What is asked about stays the same while the dialog is open, whatever is selected meanwhile.
  const [at] = useState((): RefactorAt => {
    if (more?.namespace !== undefined) return { namespace: more.namespace };
    if (target === undefined) return selection ? { resource: selection.resource, path: selection.path } : {};
    return { resource: target, path: more?.path ?? [] };
  });
  const resource = useSessionState((state) => state.analysis.mesh.byId.get(at.resource ?? ''));
  const shown = useRefactoring(at, more?.refactoring, answeredBefore(target, more));
  const { all, one, questions, done, stale, planning } = shown;
  const id = useId();
  const list = useRef<HTMLInputElement>(null);
  const worked = done && 'plan' in done ? done : null;
  const plan = worked?.plan ?? null;
  // What was worked out before belongs to other answers.
  const isLeft = planning.state === 'stopped' || planning.state === 'failed';
  // They come after the dialog, which by then has put the keyboard elsewhere.
  const { state } = shown;
  useEffect(() => {
    if (state === 'ready') list.current?.focus();
  }, [state]);
  const changes = (plan?.changes.length ?? 0) > 0;

  const [much, setMuch] = useState<Work<boolean> | null>(null);
  const applying = useLongWork(much);
  const isApplying = much !== null && applying.state === 'working';
  const isApplied = much !== null && applying.state === 'done' && applying.value === true;
  useEffect(() => {
    if (isApplied) onClose();
  }, [isApplied, onClose]);

  const ready = plan !== null && !stale && changes && !isApplying;
  const apply = () => {
    if (!ready) return;
    if (isMuch(session, plan)) setMuch(() => (signal: AbortSignal) => applyMuch(session, plan, signal));
    else if (applyPlan(session, plan)) onClose();
  };

  return (
    <FormModal
      title={
        resource
          ? `Refactor ${resource.name || resource.kind}`
          : `Refactor ${at.namespace ?? 'the workspace'}`
      }
      wide="full"
      submit="Apply"
      ready={ready}
      aside={
        much && (
          <LongWorkLine
            name="Apply"
            words="Applying…"
            stopped="You stopped it: nothing has changed."
            failed="It could not be applied: nothing has changed."
            work={applying}
          />
        )
      }
      onSubmit={apply}
      onClose={onClose}
      initialFocus={list}
    >
      <div className={styles.columns}>
        <div className={styles.side}>
          <fieldset className={styles.list}>
            <legend className="visually-hidden">Refactoring</legend>
            {all.map((refactoring) => (
              <label key={refactoring.id} className={styles.choice}>
                <input
                  ref={refactoring === one ? list : undefined}
                  type="radio"
                  name={id}
                  checked={refactoring === one}
                  onChange={() => shown.choose(refactoring.id)}
                />
                {refactoring.title}
              </label>
            ))}
          </fieldset>
          {one && <p className={styles.note}>{one.words}</p>}
          {questions.map((question) => (
            <QuestionField
              key={`${one?.id} ${question.key}`}
              question={question}
              onAnswer={(answer) => shown.answer(question.key, answer)}
              onEnter={apply}
            />
          ))}
        </div>
        <section className={styles.preview} aria-label="What it changes" aria-busy={stale}>
          {state === 'failed' ? (
            <p className={styles.refused}>
              The refactorings could not be loaded. Reload the page to try again; your work is safe.
            </p>
          ) : state === 'ready' && !one ? (
            <p className={styles.note}>Nothing of this kind can be done here.</p>
          ) : (
            <>
              {(!done || isLeft || planning.isLong) && (
                <LongWorkLine
                  name="Work it out"
                  words="Working it out…"
                  stopped="You stopped it before it was worked out. Nothing has changed."
                  failed="It could not be worked out. Nothing has changed."
                  work={planning}
                />
              )}
              {done && !isLeft && 'refused' in done && (
                <p role="alert" className={styles.refused}>
                  {done.refused}
                </p>
              )}
              {worked && !isLeft && !(planning.isLong && !changes) && (
                <RefactorPreview plan={worked.plan} summary={worked.summary} stale={stale} />
              )}
            </>
          )}
        </section>
      </div>
    </FormModal>
  );
}
