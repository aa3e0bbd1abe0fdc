import { ArrowLeft, Ellipsis, X } from 'lucide-react';
import type { Lesson, LessonProgress } from '../../../lessons/index.ts';
import { CommandMenuItem } from '../../commands/CommandMenuItem.tsx';
import { useCommand } from '../../commands/useCommand.ts';
import { DropMenu, IconButton, MenuLine } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { leave, ownWorkspace } from '../moves.ts';
import { share } from '../words.ts';
import styles from './PanelHead.module.css';

/** Which lesson it is, and how far one has come; the way back to one's own work. */
export function PanelHead({ lesson, progress }: { lesson: Lesson; progress: LessonProgress }) {
  const session = useSession();
  const own = useSessionState(() => ownWorkspace(session)?.name ?? null);
  const toggle = useCommand('lesson.toggle');
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <h2 className={styles.title}>{lesson.title}</h2>
        <DropMenu
          label="Lesson"
          trigger={
            <IconButton label="More of this lesson">
              <Ellipsis size={15} aria-hidden />
            </IconButton>
          }
        >
          <CommandMenuItem id="lesson.restart-step" />
          <CommandMenuItem id="lesson.restart" />
          <MenuLine />
          <CommandMenuItem id="present.start" />
          <CommandMenuItem id="lesson.copy-link" />
          <CommandMenuItem id="lesson.list" />
          <MenuLine />
          <CommandMenuItem id="lesson.leave" />
        </DropMenu>
        <IconButton label="Hide the lesson" keys={toggle.keys} onClick={toggle.run}>
          <X size={15} aria-hidden />
        </IconButton>
      </div>
      <progress
        className={styles.bar}
        aria-label="Progress in this lesson"
        value={share(progress)}
        max={100}
      />
      <button
        type="button"
        className={styles.own}
        data-tip={
          own === null
            ? 'You had changed nothing yet: a sample opens. The lesson waits here for you.'
            : 'Your own workspace is kept as it was. The lesson waits here for you.'
        }
        onClick={() => void leave(session)}
      >
        <ArrowLeft size={12} aria-hidden />{' '}
        <span>{own === null ? 'Leave for the sample' : `Back to ${own}`}</span>
      </button>
    </header>
  );
}
