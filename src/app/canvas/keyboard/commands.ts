import type { Command } from '../../commands/command.ts';
import { canvasStore } from '../state/canvasState.ts';
import { goThroughWays } from './way.ts';

/** Along the edges by key: what a mouse sees at a glance, one way after the other. */
export const travelCommands: Command[] = [
  {
    id: 'canvas.ways-out',
    title: 'Next way that leads on from here',
    group: 'Canvas',
    keys: ['W'],
    within: 'canvas',
    enabled: () => canvasStore.get().cursor !== null,
    run: ({ session }) => goThroughWays(session, 'out'),
  },
  {
    id: 'canvas.ways-in',
    title: 'Next way that leads here',
    group: 'Canvas',
    keys: ['Shift+W'],
    within: 'canvas',
    enabled: () => canvasStore.get().cursor !== null,
    run: ({ session }) => goThroughWays(session, 'in'),
  },
];
