import { authoringCommands } from '../authoring/commands.ts';
import { canvasCommands } from '../canvas/commands.ts';
import { drawerCommands } from '../drawer/commands.ts';
import { inspectorCommands } from '../inspector/commands.ts';
import { lessonCommands } from '../lesson/commands.ts';
import { railCommands } from '../rail/commands.ts';
import { shellCommands } from '../shell/commands/index.ts';
import { sourceCommands } from '../source/commands.ts';
import type { Command } from './command.ts';
import { keysNow } from './keysNow.ts';

const all: Command[] = [
  ...shellCommands,
  ...canvasCommands,
  ...inspectorCommands,
  ...sourceCommands,
  ...railCommands,
  ...drawerCommands,
  ...lessonCommands,
  ...authoringCommands,
];

/** Everything a person can do, from all panes; the order is the palette's. */
export const commands: readonly Command[] = all;

const byId = new Map(all.map((command) => [command.id, command]));

/** What can be done in a mode that is not on the first screen: known from when its code has come. */
export function addCommands(more: readonly Command[]): void {
  for (const command of more) {
    if (byId.has(command.id)) continue;
    byId.set(command.id, command);
    all.push(command);
  }
}

/** The command of this id. Throws for an id that no pane lists: that is a mistake in the program. */
export function commandOf(id: string): Command {
  const command = byId.get(id);
  if (!command) throw new Error(`No pane lists a command "${id}"`);
  return command;
}

/** Commands that share keys with another, on either side. */
const sharing = all.filter(({ id, before }) => before !== undefined || all.some((one) => one.before === id));

/** The keys that do this command now. */
export function keysOf(command: Command, isEnabled: (command: Command) => boolean): readonly string[] {
  return sharing.includes(command) ? keysNow(command, sharing, isEnabled) : (command.keys ?? []);
}
