import type { ResourceChange } from '../changes/resource-changes.ts';
import type { FileSummary } from '../changes/summary.ts';
import { label, resourceIn } from './resource-label.ts';

/** As Git's own tools show it on one line. */
const LONGEST_SUBJECT = 72;
const LONGEST_LINE = 72;
/** Beyond so many sentences the rest is told by its number: the patch stands beside it. */
const MOST_SENTENCES = 8;

/**
 * A message for a commit of what was changed, as https://www.conventionalcommits.org has them: what it is about in a line,
 * then each resource with what is otherwise. Empty where nothing was changed.
 */
export function commitMessage(resources: readonly ResourceChange[], files: readonly FileSummary[]): string {
  if (!files.length) return '';
  const told = resources.filter((change) => resourceIn(change));
  const data = told.filter(({ how }) => how !== 'formatting');
  const subject = subjectOf(data, told, files);
  const covered = new Set(told.map(({ file }) => file));
  const others = files.filter(({ path }) => !covered.has(path));
  const single = data.length === 1 && told.length === 1 && data[0]?.sentences.length === 1;
  const alone = single && subject.endsWith(lowered(data[0]?.sentences[0]?.text ?? ''));
  const blocks = [
    ...(alone ? [] : told.map(blockOf)),
    ...(others.length && (told.length || others.length > 1) ? [otherFiles(others)] : []),
  ];
  return `${[subject, ...blocks].join('\n\n')}\n`;
}

function subjectOf(
  data: readonly ResourceChange[],
  told: readonly ResourceChange[],
  files: readonly FileSummary[],
): string {
  const head = `${typeOf(data, told)}${scopeOf(data.length ? data : told)}: `;
  const room = LONGEST_SUBJECT - head.length;
  const [only] = data;
  const sentence = data.length === 1 && only?.sentences.length === 1 ? only.sentences[0]?.text : undefined;
  const candidates = [
    ...(sentence === undefined ? [] : [lowered(sentence), lowered(tailOf(sentence))]),
    ...(data.length ? [listed(data, (those) => those.map(nameIn).join(' and ')), listed(data, counted)] : []),
    ...(told.length ? [`${data.length ? 'change' : 'tidy'} ${counted(data.length ? data : told)}`] : []),
    ...(files.length === 1 ? [`change ${files[0]?.path.split('/').pop() ?? ''}`] : []),
    `change ${files.length} files`,
  ];
  const fits = candidates.find((text) => text.length <= room);
  return head + (fits ?? candidates.at(-1) ?? '');
}

/** What it comes to, without of whom and within what: the scope says the one, the body the other. */
const tailOf = (sentence: string): string =>
  sentence
    .split(' › ')
    .at(-1)
    ?.replace(/^[^→]*: /, '') ?? sentence;

function typeOf(data: readonly ResourceChange[], told: readonly ResourceChange[]): string {
  if (!data.length) return told.length ? 'style' : 'chore';
  if (data.some(({ how }) => how === 'added')) return 'feat';
  return data.every(({ how }) => how === 'renamed' || how === 'moved') ? 'refactor' : 'chore';
}

/** The one resource that it is about, or the one namespace. */
function scopeOf(changes: readonly ResourceChange[]): string {
  const resources = changes.flatMap((change) => resourceIn(change) ?? []);
  const only = (names: readonly string[]): string | undefined =>
    new Set(names).size === 1 && names[0] ? names[0] : undefined;
  const scope = only(resources.map(({ name }) => name)) ?? only(resources.map(({ namespace }) => namespace));
  return scope === undefined ? '' : `(${scope})`;
}

const VERBS: readonly (readonly [ResourceChange['how'], string])[] = [
  ['added', 'add'],
  ['changed', 'change'],
  ['renamed', 'rename'],
  ['moved', 'move'],
  ['removed', 'remove'],
];

const listed = (
  changes: readonly ResourceChange[],
  words: (those: readonly ResourceChange[]) => string,
): string =>
  VERBS.flatMap(([how, verb]) => {
    const those = changes.filter((change) => change.how === how);
    return those.length ? [`${verb} ${words(those)}`] : [];
  }).join(', ');

function nameIn(change: ResourceChange): string {
  const resource = resourceIn(change);
  if (!resource) return '';
  if (change.how === 'renamed' && change.before) return `${label(change.before)} to ${resource.name}`;
  if (change.how === 'moved') return `${label(resource)} to ${change.file.split('/').pop() ?? ''}`;
  return label(resource);
}

/** `3 VirtualServices and 1 Gateway`. */
function counted(changes: readonly ResourceChange[]): string {
  const kinds = new Map<string, number>();
  for (const change of changes) {
    const { kind, patch } = resourceIn(change) ?? { kind: '' };
    const what = patch ? 'patch' : kind;
    kinds.set(what, (kinds.get(what) ?? 0) + 1);
  }
  return [...kinds]
    .map(([kind, count]) => (count === 1 ? `1 ${kind}` : `${count} ${plural(kind)}`))
    .join(' and ');
}

const plural = (kind: string): string =>
  kind === 'patch' ? 'patches' : kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`;

/** As it goes on after a colon; names and shorthands stay as they are. */
const lowered = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const WHAT: Readonly<Record<ResourceChange['how'], string>> = {
  added: 'new',
  changed: '',
  renamed: 'renamed',
  moved: 'moved here, otherwise as it was',
  formatting: 'comments or formatting only',
  removed: 'removed',
};

function blockOf(change: ResourceChange): string {
  const resource = resourceIn(change);
  if (!resource) return '';
  const from = change.before?.source.file;
  const what =
    change.how === 'moved' && from
      ? `moved here from ${from}, otherwise as it was`
      : change.how === 'changed' && from && from !== change.file
        ? `moved here from ${from}`
        : WHAT[change.how];
  const place = resource.namespace ? ` in ${resource.namespace}` : '';
  const head = `${capital(label(resource))}${place} (${change.file})${what && `: ${what}`}`;
  const sentences = change.sentences.map(({ text }) => text);
  const shown = sentences.length > MOST_SENTENCES + 1 ? sentences.slice(0, MOST_SENTENCES) : sentences;
  const more = sentences.length - shown.length;
  return [
    wrapped(head, ''),
    ...shown.map((text) => wrapped(`- ${text}`, '  ')),
    ...(more ? [`- and ${more} more`] : []),
  ].join('\n');
}

const FILE_WHAT: Readonly<Record<FileSummary['kind'], string>> = {
  added: 'new',
  changed: 'changed',
  removed: 'deleted',
};

const otherFiles = (files: readonly FileSummary[]): string =>
  ['Other files:', ...files.map(({ path, kind }) => `- ${path}: ${FILE_WHAT[kind]}`)].join('\n');

/** Lines as long as Git's habit has them; a word that is longer has its own, and a number keeps its per cent. */
function wrapped(text: string, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ (?!%)/)) {
    if (line && line.length + 1 + word.length > LONGEST_LINE) {
      lines.push(line);
      line = indent + word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].join('\n');
}
