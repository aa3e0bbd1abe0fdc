import type { Command } from '../commands/command.ts';
import { showPane, togglePane } from '../shell/layout/showPane.ts';
import { lessonHere } from './here.ts';

const chunk = () => import('./chunk.ts');
type Chunk = Awaited<ReturnType<typeof chunk>>;

const inLesson: Command['enabled'] = (state) => lessonHere(state) !== null;

/** Something that is done to the running lesson. */
const move = (
  id: string,
  title: string,
  done: (lessons: Chunk) => (session: Parameters<Chunk['next']>[0]) => void | Promise<void>,
  key?: string,
): Command => ({
  id: `lesson.${id}`,
  title,
  group: 'Lessons',
  ...(key !== undefined && { keys: [key], within: 'lesson' }),
  enabled: inLesson,
  run: async ({ session }) => done(await chunk())(session),
});

export const lessonCommands: readonly Command[] = [
  {
    id: 'lesson.list',
    title: 'Lessons…',
    group: 'Lessons',
    run: ({ panes }) => panes.shell?.openDialog('lessons'),
  },
  {
    id: 'lesson.toggle',
    title: 'Show or hide the lesson',
    group: 'Lessons',
    keys: ['Mod+Shift+L'],
    whileTyping: true,
    enabled: inLesson,
    run: ({ session }) => togglePane(session, 'lesson'),
  },
  {
    id: 'lesson.go',
    title: 'Go to the lesson',
    group: 'Go to',
    enabled: inLesson,
    run: ({ session }) => showPane(session, 'lesson'),
  },
  move('next', 'Next step of the lesson, or skip this one', ({ next }) => next, 'N'),
  move('back', 'Step before in the lesson', ({ back }) => back, 'B'),
  move('hint', 'Reveal a hint of the lesson', ({ revealHint }) => revealHint, 'H'),
  move('show-me', 'Show me how: play the solution', ({ startShow }) => startShow, 'S'),
  move('restart-step', 'Restart this step of the lesson', ({ restartStep }) => restartStep),
  move('restart', 'Restart the lesson', ({ restartLesson }) => restartLesson),
  move('copy-link', 'Copy a link to this step of the lesson', ({ copyStepLink }) => copyStepLink),
  move('leave', 'Leave the lesson for your own workspace', ({ leave }) => leave),
];
