import { compareWorkspaces, type WorkspaceComparison } from '../index.ts';
import { oneOf, readArguments } from './arguments.ts';
import { comparisonAsText, requestName, sayChanges, sayEnds, summaryLines } from './diff-text.ts';
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
  const { differences, unread } = comparison;
  // Of what cannot be read now nobody knows that it changes nothing.
  return values['exit-code'] && (differences.length || unread.after.length) ? EXIT.found : EXIT.ok;
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
    patches: comparison.patches.map((file) => at({ file }, after).file),
    unread: {
      before: comparison.unread.before.map((one) => at(one, before)),
      after: comparison.unread.after.map((one) => at(one, after)),
      same: comparison.unread.same.map((one) => at(one, after)),
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

/** GitHub takes ten annotations of a kind from one step, and drops the others without a word. */
const MOST_ANNOTATIONS = 10;

/** As annotations: how much was compared first, then the gravest; those that GitHub would drop are counted instead. */
function annotations(comparison: WorkspaceComparison): string {
  const places = new Map(comparison.resources.map(({ id, place }) => [id, place]));
  const room = { warning: MOST_ANNOTATIONS, notice: MOST_ANNOTATIONS - 1 };
  let dropped = 0;
  const told = comparison.differences.flatMap((difference) => {
    const { verdict, causes, requests } = difference;
    const [example] = requests;
    const kind = verdict === 'breaks' ? 'warning' : 'notice';
    if (!example) return [];
    if (room[kind]-- <= 0) {
      dropped++;
      return [];
    }
    const place = causes.flatMap((id) => places.get(id) ?? [])[0];
    return annotation(
      kind,
      { ...(place && { file: place.file, line: place.line }), title: TITLES[verdict] },
      [
        requestName(example),
        ...sayChanges(difference),
        ...sayEnds(example),
        ...(requests.length > 1 ? [`The same of ${requests.length - 1} more.`] : []),
      ].join('\n'),
    );
  });
  const unread = comparison.unread.after.map(({ file, line, column, message }) =>
    annotation('error', { file, line, col: column, title: 'Not read' }, message),
  );
  const summary = [
    ...summaryLines(comparison),
    ...(dropped ? [`${dropped} more differences have no annotation of their own: see --format text.`] : []),
  ];
  return [annotation('notice', { title: 'Traffic' }, summary.join('\n')), ...unread, ...told].join('');
}

const TITLES: Readonly<Record<WorkspaceComparison['differences'][number]['verdict'], string>> = {
  breaks: 'A request breaks',
  elsewhere: 'A request ends elsewhere',
  otherwise: 'A request is treated otherwise',
  mended: 'A request is mended',
};
