import type { Command } from './command.ts';

/**
 * The keys that a command has now. Two may share some, of which one goes before the other while it can be done: they are
 * told of the one that they do.
 */
export function keysNow(
  command: Command,
  all: readonly Command[],
  isEnabled: (command: Command) => boolean,
): readonly string[] {
  const { id, keys = [], before } = command;
  if (before !== undefined && !isEnabled(command)) {
    const others = all.find((other) => other.id === before)?.keys;
    return keys.filter((key) => !others?.includes(key));
  }
  const ahead = all.filter((other) => other.before === id && isEnabled(other));
  return ahead.length ? keys.filter((key) => !ahead.some((other) => other.keys?.includes(key))) : keys;
}
