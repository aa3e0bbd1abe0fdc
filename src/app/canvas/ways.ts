import type { Command } from '../commands/command.ts';
import { lineFor, movableEnds } from './connect/movable.ts';
import { selectedWays } from './connect/selectedWay.ts';
import { ask } from './state/ask.ts';
import { announce, type EdgeEnd } from './state/canvasState.ts';

function lead(end: EdgeEnd, parts: Pick<Command, 'id' | 'title' | 'keys'>): Command {
  const wayIn = (state: Parameters<typeof selectedWays>[0]) =>
    selectedWays(state).find((edge) => movableEnds(edge).includes(end));
  return {
    ...parts,
    group: 'Canvas',
    within: 'canvas',
    enabled: (state) => wayIn(state) !== undefined,
    run: ({ session }) => {
      const way = wayIn(session.getState());
      if (!way) return announce('Select a line that can be led elsewhere first.');
      ask({ choosingFor: { ...lineFor(way, end), how: 'route' } });
    },
  };
}

/** What the keyboard can do with the line that it looks along. */
export const wayCommands: Command[] = [
  lead('target', { id: 'canvas.reconnect', title: 'Lead the selected line elsewhere …', keys: ['R'] }),
  lead('source', {
    id: 'canvas.restart',
    title: 'Have the selected line start elsewhere …',
    keys: ['Shift+R'],
  }),
];
