import { Pause, Play, SkipForward, X } from 'lucide-react';
import { readProse } from '../../../lessons/index.ts';
import { Button, IconButton, Segmented } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { Prose } from '../prose/Prose.tsx';
import { nextEdit, pause, play, showStore, startShow, stopShow, type Pace } from './show.ts';
import styles from './ShowMe.module.css';

const PACES = [
  { value: 'slow', title: 'Slow' },
  { value: 'usual', title: 'Usual' },
  { value: 'fast', title: 'Fast' },
] as const satisfies readonly { value: Pace; title: string }[];

/** Plays the solution: what the last edit did, and how it goes on. */
export function ShowMe() {
  const session = useSession();
  const show = useStore(showStore, (state) => state.show);
  const pace = useStore(showStore, (state) => state.pace);
  if (!show)
    return (
      <div className={styles.buttons}>
        <Button size="small" onClick={() => startShow(session)}>
          Show me
        </Button>
      </div>
    );
  const over = show.done >= show.total;
  return (
    <section className={styles.show} aria-label="Show me">
      <div className={styles.head}>
        <strong>{show.done === 0 ? 'Show me' : `Edit ${show.done} of ${show.total}`}</strong>
        <IconButton label="Stop showing" onClick={stopShow}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      <output className={styles.sentence}>
        <Prose blocks={readProse(show.sentence)} />
      </output>
      {over ? (
        <p className={styles.after}>
          {show.total > 0 && 'That is a solution. Undo takes it back edit by edit, should you want to try.'}
        </p>
      ) : (
        <>
          <div className={styles.buttons}>
            <Button size="small" onClick={() => (show.playing ? pause() : play(session))}>
              {show.playing ? <Pause size={13} aria-hidden /> : <Play size={13} aria-hidden />}
              {show.playing ? 'Pause' : 'Play'}
            </Button>
            <Button
              size="small"
              onClick={() => {
                pause();
                nextEdit(session);
              }}
            >
              <SkipForward size={13} aria-hidden />
              Next edit
            </Button>
          </div>
          <Segmented
            label="Pace"
            value={pace}
            options={PACES}
            onChange={(value) => showStore.set({ pace: value })}
          />
        </>
      )}
    </section>
  );
}
