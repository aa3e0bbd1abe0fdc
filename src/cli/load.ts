import path from 'node:path';
import { loadAsCsv } from '../traffic/index.ts';
import { readArguments, oneOf } from './arguments.ts';
import { COMMAND_HELP } from './help.ts';
import { EXIT, type Io } from './io.ts';
import { loadAsText } from './load-text.ts';
import { decoded, readFiles, readOne, STDIN } from './read-files.ts';
import { open, SETTINGS_OPTIONS } from './settings.ts';
import { UsageError } from './usage-error.ts';

const FORMATS = ['text', 'json', 'csv'] as const;

/** `meshwright load FILES… --scenario FILE`: what becomes of much traffic over time. */
export async function load(args: readonly string[], io: Io): Promise<number> {
  const { values, words } = readArguments('load', args, {
    ...SETTINGS_OPTIONS,
    scenario: { type: 'string' },
    seed: { type: 'string' },
    format: { type: 'string' },
  });
  if (values.help) {
    io.out(COMMAND_HELP['load'] ?? '');
    return EXIT.ok;
  }
  const { scenario } = values;
  if (scenario === undefined) throw new UsageError('Say what is sent with --scenario FILE.');
  if (scenario === STDIN && words.includes(STDIN))
    throw new UsageError('Standard input can be the files or the scenario, not both.');
  const format = oneOf('--format', values.format, FORMATS);
  const seed = seedOf(values.seed);
  const name = scenario === STDIN ? '<stdin>' : scenario;
  const text = scenario === STDIN ? decoded(name, await io.stdin()) : (await readOne(scenario)).text;
  // A scenario may lie beside the files that it is for, and is none of them.
  const files = (await readFiles(words, io)).filter(
    (file) => path.resolve(file.path) !== path.resolve(scenario),
  );
  const workspace = await open(files, values);
  for (const { file, line, column, message } of workspace.unread())
    io.error(`${file}:${line}:${column} is not read, and does not count: ${message}\n`);
  const report = workspace.load(text, { name, ...(seed !== undefined && { seed }) });
  if (format === 'json') io.out(`${JSON.stringify(report, null, 2)}\n`);
  else io.out(format === 'csv' ? loadAsCsv(report) : loadAsText(report));
  return EXIT.ok;
}

function seedOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (/^\d{1,15}$/.test(written)) return Number(written);
  throw new UsageError(`--seed has to be a whole number from 0, not "${written}".`);
}
