import type { Session } from '../../session/index.ts';
import type { Command } from './command.ts';
import { panes } from './panes.ts';
import { tellFailure } from './tellFailure.ts';

/** Whether a command can be run now. */
export function isEnabled(command: Command, session: Session): boolean {
  return command.enabled?.(session.getState()) ?? true;
}

/** Does what the command does, if it can be done now; a failure is told as a notice. */
export async function runCommand(command: Command, session: Session): Promise<void> {
  if (!isEnabled(command, session)) return;
  try {
    await command.run({ session, panes });
  } catch (error) {
    tellFailure(session, `“${command.title}” could not be done`)(error);
  }
}
