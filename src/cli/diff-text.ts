import type { ChangedResource, ComparedRequest, WorkspaceComparison } from '../index.ts';
import { sayCompared, sayExpected, sayUncompared, VERDICT_WORDS } from '../traffic/index.ts';
import { requestLine } from './trace-text.ts';

const MARKS: Readonly<Record<ChangedResource['how'], string>> = {
  added: '+',
  removed: '-',
  changed: '~',
  moved: '>',
};

type Difference = WorkspaceComparison['differences'][number];

/** So many are told one by one; the rest by its number. */
const MOST = 8;

/** A comparison for people: what changed, what that does to requests, and how much was asked. */
export function comparisonAsText(comparison: WorkspaceComparison, before: string, after: string): string {
  const { resources, differences } = comparison;
  return [
    `${before} → ${after}: ${counted(resources.length, 'resource')} changed.`,
    ...resources.flatMap(resourceLines),
    '',
    ...differences.flatMap((one) => [...differenceLines(one), '']),
    ...summaryLines(comparison),
    '',
  ].join('\n');
}

/** In traffic's words; what they do not say, field by field. */
function resourceLines({
  how,
  id,
  place: { file, line },
  fields,
  sentences,
}: ChangedResource): readonly string[] {
  const told = sentences.length
    ? sentences
    : fields.map(({ path, before, after }) => `${path}: ${valueText(before)} → ${valueText(after)}`);
  const lines = told.map((words) => `      ${words}`);
  return [`  ${MARKS[how]} ${id}  ${file}:${line}`, ...first(lines, '      ')];
}

function differenceLines({ verdict, changes, causes, requests }: Difference): readonly string[] {
  const [example, ...others] = requests;
  if (!example) return [];
  const width = Math.max(0, ...changes.map(({ what }) => what.length));
  return [
    `${VERDICT_WORDS[verdict]}: ${counted(requests.length, 'request')}${causesText(causes)}`,
    ...changes.map(
      ({ what, before, after }) => `  ${what.padEnd(width)}  ${before ?? 'none'} → ${after ?? 'none'}`,
    ),
    ...endLines(example),
    ...(others.length ? ['  and the same of'] : []),
    ...first(
      others.map((one) => `    ${requestName(one)}`),
      '    ',
    ),
  ];
}

/** `, by VirtualService/shop/cart and DestinationRule/shop/cart`. */
function causesText(causes: readonly string[]): string {
  const [some, more] = [causes.slice(0, 3), causes.length - 3];
  return some.length ? `, by ${some.join(' and ')}${more > 0 ? ` and ${more} more` : ''}` : '';
}

const endLines = (one: ComparedRequest): readonly string[] => [
  `  ${requestName(one)}`,
  ...sayEnds(one).map((line) => `    ${line}`),
];

/** How it ends before and after; once where that is the same, and only its way there is otherwise. */
export const sayEnds = ({ before, after }: ComparedRequest): readonly string[] =>
  before.text === after.text
    ? [`as before: ${after.text}`]
    : [`before: ${before.text}`, `after:  ${after.text}`];

/** `Timeout: 3s → 5s`. */
export const sayChanges = ({ changes }: Difference): readonly string[] =>
  changes.map(({ what, before, after }) => `${what}: ${before ?? 'none'} → ${after ?? 'none'}`);

/** With what the request is for; an expectation also with whether it holds. */
export function requestName(one: ComparedRequest): string {
  const { request, title, expectation } = one;
  const headers = Object.entries(request.headers ?? {}).map(([name, value]) => `, ${name}: ${value}`);
  const what = expectation ? `expectation “${title}”, ${sayExpected(one)}` : title;
  return `${requestLine(request)}${headers.join('')} (${what})`;
}

/** How much the answer is worth: what was asked, what was not, what nobody can tell. */
export const summaryLines = (comparison: WorkspaceComparison): readonly string[] => [
  sayCompared(comparison),
  ...sayUncompared(comparison),
  ...(['before', 'after'] as const).flatMap((side) =>
    comparison.unread[side].map(
      ({ file, line, message }) =>
        `${file}:${line} cannot be read ${side === 'before' ? 'as it was' : 'as it is now'}, and counts as unchanged: ${message}`,
    ),
  ),
  ...sameUnread(comparison.unread.same),
];

/** What nobody has touched, and nobody can read, is no news of this change: where it stands is enough. */
function sameUnread(same: WorkspaceComparison['unread']['same']): readonly string[] {
  if (!same.length) return [];
  const places = same.map(({ file, line }) => `${file}:${line}`);
  const named =
    places.length > MOST + 1 ? [...places.slice(0, MOST), `${places.length - MOST} more`] : places;
  return [`Not read, before and now the same, so no part of this change: ${named.join(', ')}.`];
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const first = (lines: readonly string[], indent: string): readonly string[] =>
  lines.length > MOST + 1 ? [...lines.slice(0, MOST), `${indent}and ${lines.length - MOST} more`] : lines;

const LONGEST = 60;

function valueText(value: unknown): string {
  if (value === undefined) return 'none';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
