import { sarif } from '../exchange/index.ts';
import type { OpenWorkspace, Problem } from '../index.ts';
import type { TextFile } from '../text/index.ts';
import { oneOf, readArguments } from './arguments.ts';
import { githubAnnotations } from './github-annotations.ts';
import { COMMAND_HELP } from './help.ts';
import { EXIT, type Io } from './io.ts';
import { problemsAsText, summaryOf } from './problems-text.ts';
import { readFiles } from './read-files.ts';
import { selection, SELECTION_OPTIONS } from './select-problems.ts';
import { open, SETTINGS_OPTIONS } from './settings.ts';
import { version } from './version.ts';
import { write } from './write-file.ts';

const FORMATS = ['text', 'json', 'sarif', 'github'] as const;

/** `meshwright check FILES…`: the problems of the files as one workspace. */
export async function check(args: readonly string[], io: Io): Promise<number> {
  const { values, words } = readArguments('check', args, {
    format: { type: 'string' },
    fix: { type: 'boolean' },
    ...SELECTION_OPTIONS,
    ...SETTINGS_OPTIONS,
  });
  if (values.help) {
    io.out(COMMAND_HELP['check'] ?? '');
    return EXIT.ok;
  }
  const format = oneOf('--format', values.format, FORMATS);
  const counts = selection(values);
  const files = await readFiles(words, io);
  const workspace = await open(files, values);
  const fixed = values.fix ? workspace.mend((problem) => counts(problem)) : [];
  const problems = workspace.problems().filter(counts);
  const report = reportOf(format, problems, fixed, workspace.files());
  // The mended text of standard input is what goes on down the pipe.
  if (await keep(workspace, files, io, values.fix === true)) io.error(report);
  else io.out(report);
  return summaryOf(problems).errors > 0 ? EXIT.found : EXIT.ok;
}

function reportOf(
  format: (typeof FORMATS)[number],
  problems: readonly Problem[],
  fixed: readonly Problem[],
  files: readonly TextFile[],
): string {
  switch (format) {
    case 'text':
      return problemsAsText(problems, fixed, files);
    case 'github':
      return githubAnnotations(problems);
    case 'sarif':
      return `${JSON.stringify(sarif(problems, version()), null, 2)}\n`;
    case 'json': {
      const report = { problems, summary: summaryOf(problems), ...(fixed.length > 0 && { fixed }) };
      return `${JSON.stringify(report, null, 2)}\n`;
    }
  }
}

/** Writes the files that were mended. True if standard output now holds the text of standard input. */
async function keep(
  workspace: OpenWorkspace,
  before: readonly TextFile[],
  io: Io,
  fixing: boolean,
): Promise<boolean> {
  let piped = false;
  if (!fixing) return piped;
  const texts = new Map(before.map((file) => [file.path, file.text]));
  for (const { path, text } of workspace.files()) {
    if (path === '<stdin>') {
      io.out(text);
      piped = true;
    } else if (texts.get(path) !== undefined && text !== texts.get(path)) await write(path, text);
  }
  return piped;
}
