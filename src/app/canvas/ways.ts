import type { Command } from '../commands/command.ts';
import { lineFor } from './connect/reconnection.ts';
import { selectedWays } from './connect/selectedWay.ts';
import { announce, canvasStore } from './state/canvasState.ts';

/** What the keyboard can do with the line that it looks along. */
export const wayCommands: Command[] = [
  {
    id: 'canvas.reconnect',
    title: 'Lead the selected line elsewhere …',
    group: 'Canvas',
    keys: ['R'],
    within: 'canvas',
    enabled: (state) => selectedWays(state).length > 0,
    run: ({ session }) => {
      const [way] = selectedWays(session.getState());
      if (!way) return announce('Select a line that can lead elsewhere first.');
      canvasStore.set({ choosingFor: { ...lineFor(way), how: 'route' } });
    },
  },
];
