import path from 'node:path';
import type { WorkspaceLoad } from '../index.ts';
import { isScenarioFile } from '../istio/index.ts';
import { lineCount, type TextFile } from '../text/index.ts';
import { loadAsCsv } from '../traffic/index.ts';
import { parseDocument, splitDocuments } from '../yaml/index.ts';
import { readArguments, oneOf } from './arguments.ts';
import { COMMAND_HELP } from './help.ts';
import { EXIT, type Io } from './io.ts';
import { loadAsText } from './load-text.ts';
import { decoded, readFiles, readOne, STDIN } from './read-files.ts';
import { open, SETTINGS_OPTIONS } from './settings.ts';
import { UsageError } from './usage-error.ts';

const FORMATS = ['text', 'json', 'csv'] as const;

/**
 * `meshwright load FILES… [--scenario FILE]`: what becomes of much traffic over time; without a scenario all those among the
 * files. Exits with 1 where one does not come to what it expects.
 */
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
  if (scenario === STDIN && words.includes(STDIN))
    throw new UsageError('Standard input can be the files or the scenario, not both.');
  const format = oneOf('--format', values.format, FORMATS);
  const seed = seedOf(values.seed);
  const given = scenario === undefined ? [] : await givenScenarios(scenario, io);
  // A scenario may lie beside the files that it is for, and is none of them.
  const files = (await readFiles(words, io)).filter(
    (file) => scenario === undefined || path.resolve(file.path) !== path.resolve(scenario),
  );
  const all = given.length
    ? given
    : files.flatMap((file) => (isScenarioFile(file.path) ? scenariosIn(file) : []));
  if (!all.length)
    throw new UsageError(
      'Say what is sent with --scenario FILE, or in a file among these that ends with .load.yaml.',
    );
  if (format === 'csv' && all.length > 1)
    throw new UsageError(
      `There are ${all.length} scenarios: choose one with --scenario FILE for --format csv.`,
    );
  const workspace = await open(files, values);
  for (const { file, line, column, message } of workspace.unread())
    io.error(`${file}:${line}:${column} is not read, and does not count: ${message}\n`);
  const reports = all.map(({ name, text }) => ({
    scenario: name,
    report: workspace.load(text, { name, ...(seed !== undefined && { seed }) }),
  }));
  io.out(FORMATTERS[format](reports, given.length === 1));
  const missed = reports.some(({ report }) => report.expected.some(({ met }) => !met));
  return missed ? EXIT.found : EXIT.ok;
}

interface Ran {
  readonly scenario: string;
  readonly report: WorkspaceLoad;
}

/** `alone`: by itself where it was named, else one of a list. */
const FORMATTERS: Readonly<
  Record<(typeof FORMATS)[number], (reports: readonly Ran[], alone: boolean) => string>
> = {
  text: (reports, alone) =>
    reports
      .map(({ scenario, report }) => `${alone ? '' : `${scenario}\n\n`}${loadAsText(report)}`)
      .join('\n'),
  json: (reports, alone) => `${JSON.stringify(alone ? reports[0]?.report : reports, null, 2)}\n`,
  csv: (reports) => reports.map(({ report }) => loadAsCsv(report)).join(''),
};

/** What a file says that was named as a scenario; what holds none comes as it is, so that it is told what is missing. */
async function givenScenarios(scenario: string, io: Io): Promise<readonly Scenario[]> {
  const file =
    scenario === STDIN
      ? { path: '<stdin>', text: decoded('<stdin>', await io.stdin()) }
      : { path: scenario, text: (await readOne(scenario)).text };
  const found = scenariosIn(file);
  return found.length ? found : [{ name: file.path, text: file.text }];
}

interface Scenario {
  readonly name: string;
  readonly text: string;
}

/** The scenarios of a file, one a document, each with the lines above it empty so that its lines are those of the file. */
function scenariosIn({ path: name, text }: TextFile): readonly Scenario[] {
  return splitDocuments(text)
    .filter((slice) => parseDocument(slice.text).value !== undefined)
    .map((slice) => ({ name, text: '\n'.repeat(lineCount(text.slice(0, slice.from)) - 1) + slice.text }));
}

function seedOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (/^\d{1,15}$/.test(written)) return Number(written);
  throw new UsageError(`--seed has to be a whole number from 0, not "${written}".`);
}
