import {
  ChevronLeft,
  ChevronRight,
  CircleDot,
  LayoutPanelLeft,
  Maximize,
  Minimize,
  Minus,
  Moon,
  NotebookText,
  Plus,
  X,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { CommandMenuItem } from '../commands/CommandMenuItem.tsx';
import { useCommand } from '../commands/useCommand.ts';
import { Button, DropMenu, IconButton, MenuLine } from '../controls/index.ts';
import { lessonHere } from '../lesson/here.ts';
import { lessonStore } from '../lesson/lessonStore.ts';
import { useSessionState } from '../session.tsx';
import { useStore } from '../useStore.ts';
import { useFullScreen } from './fullScreen.ts';
import { presentStore } from './presentStore.ts';
import { stopsOf } from './go.ts';
import { arranged, viewOf, VIEWS } from './views.ts';
import styles from './Bar.module.css';

/** The row under what is presented: where one is, and everything that the keys do. */
export function Bar() {
  const { place, heading } = useWhere();
  const hasLesson = useSessionState((state) => lessonHere(state) !== null);
  const now = useStore(presentStore, (state) => state.now);
  const full = useFullScreen();
  if (!now) return null;
  const view = viewOf(arranged(now.panes, hasLesson));
  return (
    <section className={styles.bar} aria-label="Presentation">
      <Tool id="back" label="Back">
        <ChevronLeft size={18} aria-hidden />
      </Tool>
      <Tool id="next" label="Next">
        <ChevronRight size={18} aria-hidden />
      </Tool>
      <p className={styles.where}>
        <span className={styles.place}>{place}</span>
        <span className={styles.heading}>{heading}</span>
      </p>
      <DropMenu
        label="Panes"
        trigger={
          <Button look="quiet" className={styles.panes}>
            <LayoutPanelLeft size={15} aria-hidden /> <span>{view?.title ?? 'Panes'}</span>
          </Button>
        }
      >
        {VIEWS.map(({ title, panes }, index) => (
          <Shown
            key={title}
            id={`present.view-${index + 1}`}
            title={title}
            lesson={panes.includes('lesson')}
          />
        ))}
        <MenuLine />
        <CommandMenuItem id="present.copy-link" title="Copy a link that presents this" />
      </DropMenu>
      <Tool id="smaller" label="Smaller">
        <Minus size={15} aria-hidden />
      </Tool>
      <Tool id="larger" label="Larger">
        <Plus size={15} aria-hidden />
      </Tool>
      <Tool id="laser" label="Laser pointer" pressed={now.laser}>
        <CircleDot size={15} aria-hidden />
      </Tool>
      <Tool id="dark" label="Dark screen" pressed={now.dark}>
        <Moon size={15} aria-hidden />
      </Tool>
      <Tool id="notes" label="Notes in a second window">
        <NotebookText size={15} aria-hidden />
      </Tool>
      <Tool id="full-screen" label="Full screen" pressed={full}>
        {full ? <Minimize size={15} aria-hidden /> : <Maximize size={15} aria-hidden />}
      </Tool>
      <Tool id="leave" label="Leave the presentation">
        <X size={16} aria-hidden />
      </Tool>
    </section>
  );
}

/** A view of the menu; those of a lesson only where one runs. */
function Shown({ id, title, lesson }: { id: string; title: string; lesson: boolean }) {
  const hasLesson = useSessionState((state) => lessonHere(state) !== null);
  return lesson && !hasLesson ? null : <CommandMenuItem id={id} title={title} />;
}

interface ToolProps {
  id: string;
  label: string;
  pressed?: boolean;
  children: ReactNode;
}

function Tool({ id, label, pressed, children }: ToolProps) {
  const { keys, ariaKeys, run } = useCommand(`present.${id}`);
  return (
    <IconButton label={label} keys={keys} aria-keyshortcuts={ariaKeys} aria-pressed={pressed} onClick={run}>
      {children}
    </IconButton>
  );
}

/** Where the presentation is: the step of the lesson, or the resource. */
function useWhere(): { place: string; heading: string } {
  const lesson = useStore(lessonStore, (state) => state.lesson);
  const progress = useSessionState((state) => lessonHere(state)?.progress ?? null);
  const name = useSessionState((state) => lessonHere(state)?.title ?? state.workspace.name);
  const place = useSessionState((state) => {
    const stops = stopsOf(state);
    const at = stops.findIndex(({ id }) => id === state.selection?.resource);
    return at < 0 ? '' : `${at + 1} of ${stops.length}`;
  });
  const selected = useSessionState(({ analysis, selection }) => {
    const resource = selection && analysis.mesh.byId.get(selection.resource);
    return resource ? `${resource.kind} ${resource.name}` : null;
  });
  if (!progress) return { place, heading: selected ?? name };
  const step = lesson?.steps[progress.at];
  const count = progress.steps.length;
  return progress.at < count
    ? { place: `${progress.at + 1} of ${count}`, heading: step?.title ?? name }
    : { place: 'The end', heading: name };
}
