import type { LessonTitle } from '../../lessons/index.ts';
import type { Ref } from 'react';
import type { KeptLesson } from '../../session/index.ts';
import { share, standing } from './words.ts';
import styles from './LessonsDialog.module.css';

/** A lesson to choose, and how far one has come in it. */
export function LessonRow({
  lesson: { title, minutes, summary },
  number,
  progress,
  ref,
  onBegin,
}: {
  lesson: LessonTitle;
  number: number;
  progress: KeptLesson['progress'] | null;
  ref?: Ref<HTMLButtonElement> | undefined;
  onBegin: () => void;
}) {
  return (
    <li>
      <button ref={ref} type="button" className={styles.lesson} onClick={onBegin}>
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        <span className={styles.words}>
          <span className={styles.title}>{title}</span>
          <span className={styles.summary}>{summary}</span>
          <span className={styles.facts}>
            <span>{minutes === 1 ? '1 minute' : `${minutes} minutes`}</span>
            <span className={styles.standing} data-begun={progress !== null}>
              {standing(progress)}
            </span>
          </span>
        </span>
        {progress && (
          <span className={styles.bar} aria-hidden="true">
            <span style={{ width: `${share(progress)}%` }} />
          </span>
        )}
      </button>
    </li>
  );
}
