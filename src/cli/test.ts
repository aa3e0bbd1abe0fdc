import type { ExpectationObjection, WorkspaceExpectation } from '../index.ts';
import { oneOf, readArguments } from './arguments.ts';
import { COMMAND_HELP } from './help.ts';
import { EXIT, type Io } from './io.ts';
import { annotation } from './github-annotations.ts';
import { readFiles } from './read-files.ts';
import { open, SETTINGS_OPTIONS } from './settings.ts';

const FORMATS = ['text', 'json', 'github'] as const;

interface Report {
  readonly checked: readonly WorkspaceExpectation[];
  readonly objections: readonly ExpectationObjection[];
}

/** `meshwright test FILES…`: whether requests do what the `*.expect.yaml` files among them say. */
export async function test(args: readonly string[], io: Io): Promise<number> {
  const { values, words } = readArguments('test', args, {
    format: { type: 'string' },
    'dns-capture': { type: 'boolean' },
    ...SETTINGS_OPTIONS,
  });
  if (values.help) {
    io.out(COMMAND_HELP['test'] ?? '');
    return EXIT.ok;
  }
  const format = oneOf('--format', values.format, FORMATS);
  const workspace = await open(await readFiles(words, io), values);
  const { checked: all, objections: said } = workspace.expectations();
  // What cannot be read routes nothing: expectations that hold without it say little.
  const report = { checked: all, objections: [...workspace.unread(), ...said] };
  io.out(format === 'json' ? asJson(report) : format === 'github' ? asAnnotations(report) : asText(report));
  const { checked, objections } = report;
  return objections.length || checked.some(({ passed }) => !passed) ? EXIT.found : EXIT.ok;
}

const failedOf = ({ checked }: Report): readonly WorkspaceExpectation[] =>
  checked.filter(({ passed }) => !passed);

function asText(report: Report): string {
  const { checked, objections } = report;
  const failed = failedOf(report);
  return [
    ...objections.map(({ file, line, column, message }) => `${file}:${line}:${column} not read: ${message}`),
    ...failed.flatMap(({ file, line, column, name, departures }) => [
      `${file}:${line}:${column} failed: ${name}`,
      ...departures.map((text) => `    ${text}`),
    ]),
    checked.length
      ? `${checked.length - failed.length} of ${checked.length} expectation${checked.length === 1 ? ' holds' : 's hold'}.`
      : 'There are no expectations: they stand in files that end with .expect.yaml.',
    '',
  ].join('\n');
}

function asJson(report: Report): string {
  const failed = failedOf(report).length;
  const summary = { passed: report.checked.length - failed, failed, notRead: report.objections.length };
  return `${JSON.stringify({ expectations: report.checked, objections: report.objections, summary }, null, 2)}\n`;
}

const asAnnotations = (report: Report): string =>
  [
    ...report.objections.map(({ file, line, column, message }) =>
      annotation('error', { file, line, col: column, title: 'Not read' }, message),
    ),
    ...failedOf(report).map(({ file, line, column, name, departures }) =>
      annotation(
        'error',
        { file, line, col: column, title: 'Expectation failed' },
        `${name}: ${departures.join('; ')}`,
      ),
    ),
  ].join('');
