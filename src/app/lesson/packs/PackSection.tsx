import { RefreshCw, Trash2 } from 'lucide-react';
import { useEffect, useId, useRef, type RefObject } from 'react';
import type { KeptLesson, KeptPack } from '../../../session/index.ts';
import { IconButton } from '../../controls/index.ts';
import { useStore } from '../../useStore.ts';
import { LessonRow } from '../LessonRow.tsx';
import { packStore } from './packStore.ts';
import { useOpenAddress } from './useOpenAddress.ts';
import { toldOfPack } from './words.ts';
import styles from '../LessonsDialog.module.css';

/** The lessons of a pack, where it came from, and what changed when it was opened just now. */
export function PackSection({
  pack,
  inView,
  firstRef,
  progressOf,
  onBegin,
  onRemove,
}: {
  pack: KeptPack;
  inView: boolean;
  /** For the button of its first lesson. */
  firstRef: RefObject<HTMLButtonElement | null> | undefined;
  progressOf: (lesson: string) => KeptLesson['progress'] | null;
  onBegin: (lesson: string) => void;
  onRemove: () => void;
}) {
  const id = useId();
  const section = useRef<HTMLElement>(null);
  const told = useStore(packStore, (state) => (state.told?.id === pack.id ? state.told : null));
  const { opening, open } = useOpenAddress();
  const { title, name, address, lessons } = pack;
  useEffect(() => {
    if (inView) section.current?.scrollIntoView({ block: 'nearest' });
  }, [inView]);
  return (
    <section ref={section} className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id} className={styles.heading}>
          {title}
        </h3>
        <span className={styles.from}>
          {address === null ? `from ${name}` : `from ${address} on this site`}
        </span>
        {address !== null && (
          <IconButton
            label={`Look whether ${title} has changed`}
            disabled={opening !== null}
            onClick={() => open(address)}
          >
            <RefreshCw size={14} aria-hidden />
          </IconButton>
        )}
        <IconButton label={`Remove ${title}`} onClick={onRemove}>
          <Trash2 size={14} aria-hidden />
        </IconButton>
      </div>
      <output className={styles.told}>
        {told && toldOfPack(told).map((words) => <p key={words}>{words}</p>)}
      </output>
      <ol className={styles.list} aria-label={`Lessons of ${title}`}>
        {lessons.map((lesson, index) => (
          <LessonRow
            key={lesson.id}
            lesson={lesson}
            number={index + 1}
            progress={progressOf(lesson.id)}
            ref={index === 0 ? firstRef : undefined}
            onBegin={() => onBegin(lesson.id)}
          />
        ))}
      </ol>
    </section>
  );
}
