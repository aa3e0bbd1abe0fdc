import { Ellipsis, FileText, Plus } from 'lucide-react';
import type { DragEvent, KeyboardEvent } from 'react';
import { deleteLesson, duplicateLesson, moveLesson, type WrittenLesson } from '../../../lessons/index.ts';
import { tellFailure } from '../../commands/tellFailure.ts';
import { DropMenu, IconButton, MenuItem, MenuLine } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { author, change } from '../author.ts';
import { standingsOf, type Standing } from '../findings.ts';
import { goToLesson, goToStep } from '../goTo.ts';
import { trials } from '../trials.ts';
import { useAuthor, useShown } from '../useShown.ts';
import { StandingMark, WORDS } from './GoalCheck.tsx';
import type { PackMenuProps } from './PackMenu.tsx';
import { pickFiles } from './pick.ts';
import styles from './LessonRail.module.css';

/** The pack's lessons in their order, and the steps of the one that is shown. */
export function LessonRail({ onDialog, onImport }: PackMenuProps) {
  const pack = useAuthor((state) => state.pack);
  const path = useAuthor((state) => state.path);
  return (
    <div className={styles.rail}>
      <div className={styles.head}>
        <h2 className={styles.title}>Lessons</h2>
        <DropMenu
          label="Add"
          trigger={
            <IconButton label="Add a lesson">
              <Plus size={15} aria-hidden />
            </IconButton>
          }
        >
          <MenuItem title="New lesson…" onClick={() => onDialog({ dialog: 'new' })} />
          <MenuItem title="Borrow one of the course…" onClick={() => onDialog({ dialog: 'borrow' })} />
          <MenuItem title="Import Markdown, or a pack…" onClick={() => pickFiles(onImport, false)} />
        </DropMenu>
      </div>
      <ol className={styles.list} aria-label="Lessons of the pack">
        {pack.lessons.map((lesson, index) => (
          <LessonItem
            key={lesson.file.path}
            written={lesson}
            index={index}
            count={pack.lessons.length}
            isShown={lesson.file.path === path}
            onDialog={onDialog}
          />
        ))}
      </ol>
      {pack.objections.map(({ message, file }) => (
        <p key={message} className={styles.objection} role="alert">
          {file}: {message}
        </p>
      ))}
      {pack.others.length > 0 && (
        <>
          <h2 className={styles.title}>Other files</h2>
          <ul className={styles.list} aria-label="Other files of the pack">
            {pack.others.map((file) => (
              <li key={file.path} className={styles.item} data-current={file.path === path}>
                <button
                  type="button"
                  className={styles.main}
                  aria-current={file.path === path ? 'true' : undefined}
                  onClick={() => goToLesson(file.path)}
                >
                  <FileText size={13} aria-hidden />
                  <span className={styles.name}>{file.path}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const DRAGGED = 'application/x-meshwright-lesson';

function LessonItem({
  written,
  index,
  count,
  isShown,
  onDialog,
}: {
  written: WrittenLesson;
  index: number;
  count: number;
  isShown: boolean;
  onDialog: PackMenuProps['onDialog'];
}) {
  const session = useSession();
  const done = useStore(trials, (state) => state.done);
  const { file, lesson, objections } = written;
  const title = lesson?.title || file.path;
  const standing: Standing = objections.length ? 'bad' : lesson ? worst(standingsOf(lesson, done)) : 'bad';

  const attempt = (work: () => void) => {
    try {
      work();
    } catch (error) {
      tellFailure(session, 'That could not be done')(error);
    }
  };
  const files = () => author.get().draft.getState().files;
  const move = (from: string, to: number) =>
    attempt(() => {
      if (to >= 0 && to < count) change('Move a lesson', moveLesson(files(), from, to));
    });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(file.path, index + (event.key === 'ArrowUp' ? -1 : 1));
  };
  const drop = (event: DragEvent) => {
    const from = event.dataTransfer.getData(DRAGGED);
    if (!from) return;
    event.preventDefault();
    event.stopPropagation();
    if (from !== file.path) move(from, index);
  };
  return (
    <li className={styles.item} data-current={isShown}>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.main}
          aria-current={isShown ? 'true' : undefined}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          draggable
          onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED) && event.preventDefault()}
          onDrop={drop}
          onDragStart={(event) => event.dataTransfer.setData(DRAGGED, file.path)}
          onClick={() => goToLesson(file.path)}
          onKeyDown={onKeyDown}
        >
          <StandingMark standing={standing} />
          <span className={styles.words}>
            <span className={styles.name}>{title}</span>
            <span className={styles.detail}>
              {file.path}
              <span className="visually-hidden">, {WORDS[standing]}</span>
            </span>
          </span>
        </button>
        <DropMenu
          label={`Lesson ${title}`}
          trigger={
            <IconButton className={styles.more} label={`More of ${title}`}>
              <Ellipsis size={14} aria-hidden />
            </IconButton>
          }
        >
          <MenuItem title="Rename…" onClick={() => onDialog({ dialog: 'rename', path: file.path })} />
          <MenuItem
            title="Duplicate"
            onClick={() =>
              attempt(() => {
                const made = duplicateLesson(files(), file.path);
                change(`Duplicate “${title}”`, made.changes, made.path);
              })
            }
          />
          <MenuItem
            title="Move up"
            keys="Alt+↑"
            disabled={index === 0}
            onClick={() => move(file.path, index - 1)}
          />
          <MenuItem
            title="Move down"
            keys="Alt+↓"
            disabled={index + 1 === count}
            onClick={() => move(file.path, index + 1)}
          />
          <MenuLine />
          <MenuItem
            title="Delete"
            danger
            onClick={() =>
              attempt(() => {
                const rest = author.get().pack.lessons.filter((one) => one.file.path !== file.path);
                const next = rest[Math.min(index, rest.length - 1)]?.file.path ?? null;
                change(`Delete “${title}”`, deleteLesson(files(), file.path), isShown ? next : undefined);
                session.dispatch({
                  type: 'notify',
                  notice: { tone: 'info', title: `“${title}” is deleted`, detail: 'Undo brings it back.' },
                });
              })
            }
          />
        </DropMenu>
      </div>
      {isShown && <Steps />}
    </li>
  );
}

/** The outline of the shown lesson. */
function Steps() {
  const shown = useShown();
  const at = useAuthor((state) => state.step);
  if (!shown || !shown.outline.steps.length) return null;
  return (
    <ol className={styles.steps} aria-label="Steps of the lesson">
      {shown.outline.steps.map(({ title }, step) => {
        const bad = shown.findings.some((finding) => finding.step === step);
        const standing = bad ? 'bad' : (shown.standings[step] ?? 'open');
        return (
          <li key={step}>
            <button
              type="button"
              className={styles.step}
              aria-current={step === at ? 'step' : undefined}
              onClick={() => goToStep(step)}
            >
              <StandingMark standing={standing} />
              <span className={styles.name}>{title || 'Without a title'}</span>
              <span className="visually-hidden">, {WORDS[standing]}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

const worst = (all: readonly Standing[]): Standing =>
  (['failed', 'bad', 'open', 'good'] as const).find((one) => all.includes(one)) ?? 'read';
