import { canvasCommands } from '../canvas/commands.ts';
import { drawerCommands } from '../drawer/commands.ts';
import { inspectorCommands } from '../inspector/commands.ts';
import { lessonCommands } from '../lesson/commands.ts';
import { railCommands } from '../rail/commands.ts';
import { shellCommands } from '../shell/commands/index.ts';
import { sourceCommands } from '../source/commands.ts';
import type { Command } from './command.ts';

/** Everything a person can do, from all panes; the order is the palette's. */
export const commands: readonly Command[] = [
  ...shellCommands,
  ...canvasCommands,
  ...inspectorCommands,
  ...sourceCommands,
  ...railCommands,
  ...drawerCommands,
  ...lessonCommands,
];

const byId = new Map(commands.map((command) => [command.id, command]));

/** The command of this id. Throws for an id that no pane lists: that is a mistake in the program. */
export function commandOf(id: string): Command {
  const command = byId.get(id);
  if (!command) throw new Error(`No pane lists a command "${id}"`);
  return command;
}
