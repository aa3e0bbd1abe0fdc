import { COURSE, COURSE_TITLE } from '../../lessons/index.ts';
import { tellFailure } from '../commands/tellFailure.ts';
import { Button, Modal } from '../controls/index.ts';
import { useSession, useSessionState } from '../session.tsx';
import { PlainHttpNote } from '../without-network/PlainHttpNote.tsx';
import type { DialogProps } from '../shell/dialogs/types.ts';
import { beginLesson } from './begin.ts';
import { share, standing } from './words.ts';
import styles from './LessonsDialog.module.css';

/** The lessons of the course, and how far one has come in each. */
export function LessonsDialog({ onClose }: DialogProps) {
  const session = useSession();
  const kept = useSessionState((state) => state.lessons);
  const begin = (id: string) => {
    onClose();
    beginLesson(session, id).catch(tellFailure(session, 'The lesson could not be opened'));
  };
  return (
    <Modal
      title="Lessons"
      description={`${COURSE_TITLE}. Each lesson opens in a workspace of its own; what is here now stays among your workspaces.`}
      wide="full"
      onClose={onClose}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      <PlainHttpNote />
      <ol className={styles.list} aria-label="Lessons">
        {COURSE.map(({ id, title, minutes, summary }, index) => {
          const progress = kept.find(({ lesson }) => lesson === id)?.progress ?? null;
          return (
            <li key={id}>
              <button type="button" className={styles.lesson} onClick={() => begin(id)}>
                <span className={styles.number} aria-hidden="true">
                  {index + 1}
                </span>
                <span className={styles.words}>
                  <span className={styles.title}>{title}</span>
                  <span className={styles.summary}>{summary}</span>
                  <span className={styles.facts}>
                    <span>{minutes} minutes</span>
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
        })}
      </ol>
    </Modal>
  );
}
