import { compareWorkspaces, type WorkspaceComparison } from '../index.ts';
import { oneOf, readArguments } from './arguments.ts';
import { comparisonAsText, requestName, summaryLines } from './diff-text.ts';
import { annotation } from './github-annotations.ts';
import { COMMAND_HELP } from './help.ts';
import { EXIT, type Io } from './io.ts';
import { readSides, type Side } from './read-sides.ts';
import { settingsFrom, SETTINGS_OPTIONS } from './settings.ts';
import { UsageError } from './usage-error.ts';

const FORMATS = ['text', 'json', 'github'] as const;

/** `meshwright diff BEFORE AFTER`: what a change does to resources and to requests. */
export async function diff(args: readonly string[], io: Io): Promise<number> {
  const { values, words } = readArguments('diff', args, {
    format: { type: 'string' },
    'exit-code': { type: 'boolean' },
    'dns-capture': { type: 'boolean' },
    ...SETTINGS_OPTIONS,
  });
  if (values.help) {
    io.out(COMMAND_HELP['diff'] ?? '');
    return EXIT.ok;
  }
  if (words.length > 2)
    throw new UsageError('Name what was before and what is after: two files, folders or Git revisions.');
  const format = oneOf('--format', values.format, FORMATS);
  const sides = await readSides(words, io);
  const comparison = placed(await compared(sides, values), sides);
  io.out(report(format, comparison, sides));
  return values['exit-code'] && comparison.differences.length ? EXIT.found : EXIT.ok;
}

async function compared(
  [before, after]: readonly [Side, Side],
  values: Parameters<typeof settingsFrom>[0],
): Promise<WorkspaceComparison> {
  const settings = await settingsFrom(values);
  try {
    return compareWorkspaces(before.files, after.files, settings);
  } catch (error) {
    if (error instanceof TypeError && values['mesh-config'] !== undefined)
      throw new UsageError(`${values['mesh-config']}: ${error.message}`);
    throw error;
  }
}

/** With files as they are found from here. */
function placed(
  comparison: WorkspaceComparison,
  [before, after]: readonly [Side, Side],
): WorkspaceComparison {
  const at = <T extends { readonly file: string }>(place: T, { under }: Side): T => ({
    ...place,
    file:
      place.file === '<stdin>' || under === '.' ? place.file : `${under.replace(/\/+$/, '')}/${place.file}`,
  });
  return {
    ...comparison,
    resources: comparison.resources.map((one) => ({
      ...one,
      place: at(one.place, one.how === 'removed' ? before : after),
    })),
    unread: {
      before: comparison.unread.before.map((one) => at(one, before)),
      after: comparison.unread.after.map((one) => at(one, after)),
    },
  };
}

function report(
  format: (typeof FORMATS)[number],
  comparison: WorkspaceComparison,
  [before, after]: readonly [Side, Side],
): string {
  switch (format) {
    case 'text':
      return comparisonAsText(comparison, before.title, after.title);
    case 'json':
      return `${JSON.stringify(comparison, null, 2)}\n`;
    case 'github':
      return annotations(comparison);
  }
}

/** GitHub shows the first ten of each kind: the gravest come first. */
function annotations(comparison: WorkspaceComparison): string {
  const places = new Map(comparison.resources.map(({ id, place }) => [id, place]));
  const told = comparison.differences.flatMap(({ verdict, causes, requests }) => {
    const [example] = requests;
    const place = causes.flatMap((id) => places.get(id) ?? [])[0];
    if (!example) return [];
    const more = requests.length > 1 ? `\nThe same of ${requests.length - 1} more.` : '';
    return annotation(
      verdict === 'breaks' ? 'warning' : 'notice',
      { ...(place && { file: place.file, line: place.line }), title: TITLES[verdict] },
      `${requestName(example)}\nBefore: ${example.before.text}\nAfter: ${example.after.text}${more}`,
    );
  });
  return [...told, annotation('notice', { title: 'Traffic' }, summaryLines(comparison).join('\n'))].join('');
}

const TITLES: Readonly<Record<WorkspaceComparison['differences'][number]['verdict'], string>> = {
  breaks: 'A request breaks',
  elsewhere: 'A request ends elsewhere',
  otherwise: 'A request is treated otherwise',
  mended: 'A request is mended',
};
