import type { Command } from '../commands/command.ts';
import { tryStep } from './trying.ts';

// All of authoring in one chunk, fetched when somebody writes lessons.
export { AuthoringView } from './view/AuthoringView.tsx';
export { AwayBar } from './view/AwayBar.tsx';

export const tryHere: Command['run'] = ({ session }) => tryStep(session, 'start');
export const openSolution: Command['run'] = ({ session }) => tryStep(session, 'solved');
