import { RefusedError, RequestError } from '../index.ts';
import { check } from './check.ts';
import { diff } from './diff.ts';
import { graph } from './graph.ts';
import { HELP } from './help.ts';
import { EXIT, type Io } from './io.ts';
import { route } from './route.ts';
import { set } from './set.ts';
import { test } from './test.ts';
import { UsageError } from './usage-error.ts';
import { version } from './version.ts';

const COMMANDS: Readonly<Record<string, (args: readonly string[], io: Io) => Promise<number>>> = {
  check,
  diff,
  graph,
  // Fetched when it is called for: neither the other commands nor the library have any use for lessons.
  lesson: async (args, io) => (await import('./lesson.ts')).lesson(args, io),
  // As lessons are: fetched when it is called for.
  load: async (args, io) => (await import('./load.ts')).load(args, io),
  route,
  set,
  test,
};

/** Runs one command. Returns the exit code; prints what went wrong as a sentence, never as a stack. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [word, ...rest] = args;
  if (word === '--version' || word === '-V') {
    io.out(`${version()}\n`);
    return EXIT.ok;
  }
  if (word === '--help' || word === '-h' || word === 'help') {
    io.out(HELP);
    return EXIT.ok;
  }
  if (word === undefined) {
    io.error(HELP);
    return EXIT.refused;
  }
  const command = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined;
  try {
    if (!command) throw new UsageError(`There is no command "${word}". See "meshwright --help".`);
    return await command(rest, io);
  } catch (error) {
    const said =
      error instanceof UsageError || error instanceof RefusedError || error instanceof RequestError;
    if (!said) throw error;
    io.error(`meshwright: ${error.message}\n`);
    return EXIT.refused;
  }
}
