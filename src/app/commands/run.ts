import type { Session, SessionState } from '../../session/index.ts';
import { authoringStore } from '../authoring/where.ts';
import type { Command } from './command.ts';
import { panes } from './panes.ts';
import { tellFailure } from './tellFailure.ts';

/** Whether a command can be run now. What is done to a workspace cannot, while none is on the screen. */
export function isEnabled(command: Command, state: SessionState): boolean {
  if (!command.everywhere && authoringStore.get().where === 'open') return false;
  return command.enabled?.(state) ?? true;
}

/** Does what the command does, if it can be done now; a failure is told as a notice. */
export async function runCommand(command: Command, session: Session): Promise<void> {
  if (!isEnabled(command, session.getState())) return;
  try {
    await command.run({ session, panes });
  } catch (error) {
    tellFailure(session, `“${command.title}” could not be done`)(error);
  }
}
