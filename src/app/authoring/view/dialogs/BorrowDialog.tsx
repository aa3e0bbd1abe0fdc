import { addLessons, COURSE, freeLessonPath, lessonFiles } from '../../../../lessons/index.ts';
import { tellFailure } from '../../../commands/tellFailure.ts';
import { Button, Modal } from '../../../controls/index.ts';
import { useSession } from '../../../session.tsx';
import { author, change } from '../../author.ts';
import styles from './BorrowDialog.module.css';

/** The lessons of the built-in course, to take a copy of one. */
export function BorrowDialog({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const borrow = async (id: string, title: string) => {
    const text = (await lessonFiles()).find(({ path }) => path === `${id}.md`)?.text ?? '';
    const { files } = author.get().draft.getState();
    const path = freeLessonPath(files, id);
    change(`Borrow “${title}”`, addLessons(files, [{ path, text }]), path);
    onClose();
  };
  return (
    <Modal
      title="Borrow a lesson of the course"
      description="A copy becomes a lesson of your pack, to change as you like."
      wide
      onClose={onClose}
      actions={<Button onClick={onClose}>Cancel</Button>}
    >
      <ul className={styles.list} aria-label="Lessons of the course">
        {COURSE.map(({ id, title, summary }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.card}
              onClick={() =>
                void borrow(id, title).catch(tellFailure(session, 'The lesson could not be borrowed'))
              }
            >
              <span className={styles.title}>{title}</span>
              <span className={styles.summary}>{summary}</span>
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
