import type { Command } from '../commands/command.ts';
import { authoringStore, goWriting } from './where.ts';

const chunk = () => import('./chunk.ts');
const isOpen = (): boolean => authoringStore.get().where === 'open';

/** Something that is done where lessons are written. */
const inView = (
  id: string,
  title: string,
  run: (written: Awaited<ReturnType<typeof chunk>>) => Command['run'],
): Command => ({
  id: `author.${id}`,
  title,
  group: 'Lessons',
  everywhere: true,
  enabled: isOpen,
  run: async (context) => run(await chunk())(context),
});

export const authoringCommands: readonly Command[] = [
  {
    id: 'author.open',
    title: 'Write lessons…',
    group: 'Lessons',
    run: () => goWriting('open'),
  },
  {
    id: 'author.close',
    title: 'Back to the workspace',
    group: 'Lessons',
    everywhere: true,
    enabled: isOpen,
    run: () => goWriting('closed'),
  },
  inView('try', 'Try this step as a learner', ({ tryHere }) => tryHere),
  inView('solution', 'Open this step’s solution on the canvas', ({ openSolution }) => openSolution),
];
