import { useEffect, useMemo } from 'react';
import { readProse } from '../../../lessons/index.ts';
import { Button } from '../../controls/index.ts';
import { Prose } from '../../lesson/prose/Prose.tsx';
import { Clock } from './Clock.tsx';
import { GoalList } from './GoalList.tsx';
import type { Asked } from './messages.ts';
import { useTold } from './useTold.ts';
import styles from './NotesPage.module.css';

const KEYS: Readonly<Record<string, Asked['what']>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  PageUp: 'back',
  ArrowLeft: 'back',
  '.': 'dark',
  l: 'laser',
};

/** What only the trainer sees: notes, what comes next, the time and the goals. It steers the projector. */
export function NotesPage({ id }: { id: string }) {
  const { told, state, ask } = useTold(id);
  const gone = state === 'gone';
  const title = told?.title ?? 'Notes';

  useEffect(() => {
    document.title = `Notes: ${title}`;
  }, [title]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const what = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!what || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      ask(what);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{title}</h1>
        {told && !gone && <p className={styles.muted}>{told.place}</p>}
      </header>
      {gone && (
        <p role="alert" className={styles.gone}>
          {told ? 'The presentation has ended.' : 'No presentation answers.'} This window goes on by itself as
          soon as its page presents again, and can be closed.
        </p>
      )}
      {told && (
        <main className={styles.main}>
          <section className={styles.notes} aria-labelledby="now">
            <h2 id="now" aria-live="polite">
              {told.heading}
            </h2>
            <Texts
              texts={told.notes}
              none={told.minutes === null ? 'Notes come with lessons.' : 'There are no notes for this step.'}
            />
          </section>
          <aside className={styles.side} aria-label="Beside the notes">
            <section className={styles.card} aria-labelledby="next">
              <h2 id="next">Next</h2>
              <p>{told.next ?? 'Nothing more'}</p>
            </section>
            <Clock since={told.since} minutes={told.minutes} onRestart={() => ask('clock')} />
            {told.goals.length > 0 && <GoalList goals={told.goals} />}
            {told.hints.length > 0 && (
              <details className={styles.card}>
                <summary>Hints, if the room is stuck</summary>
                <Texts texts={told.hints} none="" />
              </details>
            )}
          </aside>
        </main>
      )}
      <footer className={styles.foot}>
        <Button disabled={!told || gone} onClick={() => ask('back')}>
          Back
        </Button>
        <Button look="primary" disabled={!told || gone} onClick={() => ask('next')}>
          Next
        </Button>
        <span className={styles.space} />
        <Button disabled={!told || gone} aria-pressed={told?.laser ?? false} onClick={() => ask('laser')}>
          Laser pointer
        </Button>
        <Button disabled={!told || gone} aria-pressed={told?.dark ?? false} onClick={() => ask('dark')}>
          Dark screen
        </Button>
      </footer>
    </div>
  );
}

function Texts({ texts, none }: { texts: readonly string[]; none: string }) {
  const all = useMemo(() => texts.map((text) => readProse(text)), [texts]);
  if (all.length === 0) return <p className={styles.muted}>{none}</p>;
  return all.map((blocks, index) => <Prose key={index} blocks={blocks} />);
}
