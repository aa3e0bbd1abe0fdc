import type { Command } from '../commands/command.ts';
import { lessonHere } from '../lesson/here.ts';
import { copyPresentLink } from './copyLink.ts';
import { toggleFullScreen } from './fullScreen.ts';
import { go } from './go.ts';
import { openNotes } from './notes/openNotes.ts';
import { present, presentStore } from './presentStore.ts';
import { stopPresenting } from './leave.ts';
import { nextScale, VIEWS } from './views.ts';

const presenting = () => presentStore.get().now !== null;

const command = (
  id: string,
  title: string,
  keys: readonly string[],
  run: Command['run'],
  whileTyping = false,
): Command => ({
  id: `present.${id}`,
  title: `Presentation: ${title}`,
  group: 'Presenting',
  ...(keys.length > 0 && { keys }),
  whileTyping,
  enabled: presenting,
  run,
});

const grow = (by: 1 | -1) => () => present({ scale: nextScale(presentStore.get().now?.scale ?? 1, by) });

/** What a trainer does while presenting. Page Down, Page Up, full stop and Escape are what a clicker sends. */
export const presentCommands: readonly Command[] = [
  command('next', 'next', ['PageDown', 'ArrowRight'], ({ session }) => go(session, 1), true),
  command('back', 'back', ['PageUp', 'ArrowLeft'], ({ session }) => go(session, -1), true),
  command('laser', 'laser pointer on or off', ['L'], () =>
    present({ laser: !presentStore.get().now?.laser }),
  ),
  command('dark', 'dark screen, or light again', ['.'], () =>
    present({ dark: !presentStore.get().now?.dark }),
  ),
  command('notes', 'notes in a second window', ['Shift+N'], () => openNotes()),
  command('larger', 'larger', ['Plus', '='], grow(1)),
  command('smaller', 'smaller', ['-'], grow(-1)),
  command('full-screen', 'full screen on or off', ['Alt+Enter'], () => toggleFullScreen(), true),
  command('copy-link', 'copy a link that presents this', [], ({ session }) => copyPresentLink(session)),
  ...VIEWS.map(({ title, panes }, index): Command => ({
    ...command(`view-${index + 1}`, title, [String(index + 1)], () => present({ panes })),
    enabled: (state) => presenting() && (!panes.includes('lesson') || lessonHere(state) !== null),
  })),
  command('leave', 'leave it', ['Escape'], () => stopPresenting()),
];
