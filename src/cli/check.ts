import { oneOf, readArguments } from './arguments.ts';
import { COMMAND_HELP } from './help.ts';
import { EXIT, type Io } from './io.ts';
import { problemsAsText, summaryOf } from './problems-text.ts';
import { readFiles } from './read-files.ts';
import { open, SETTINGS_OPTIONS } from './settings.ts';

/** `meshwright check FILES…`: the problems of the files as one workspace. */
export async function check(args: readonly string[], io: Io): Promise<number> {
  const { values, words } = readArguments('check', args, { format: { type: 'string' }, ...SETTINGS_OPTIONS });
  if (values.help) {
    io.out(COMMAND_HELP['check'] ?? '');
    return EXIT.ok;
  }
  const format = oneOf('--format', values.format, ['text', 'json']);
  const files = await readFiles(words, io);
  const workspace = await open(files, values);
  const problems = workspace.problems();
  const summary = summaryOf(problems);
  io.out(
    format === 'json'
      ? `${JSON.stringify({ problems, summary }, null, 2)}\n`
      : problemsAsText(problems, files),
  );
  return summary.errors > 0 ? EXIT.found : EXIT.ok;
}
