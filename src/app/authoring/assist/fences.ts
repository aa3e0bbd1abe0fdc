import { stopsOf, type CompletionItem } from '../../../language/index.ts';

const BLOCKS: readonly (readonly [label: string, what: string, info: string, inside: string])[] = [
  ['start', 'A file that the step begins with', 'yaml start file=¦mesh.yaml', '¦'],
  ['goals', 'What the step wants', 'yaml goals', '- ¦'],
  ['hint', 'Revealed when the learner asks', 'hint', '¦'],
  ['solution', 'A file as the solution writes it', 'yaml solution file=¦mesh.yaml', '¦'],
  [
    'look',
    'What to highlight and to send',
    'yaml look',
    'resources: [¦]\nrequests:\n  - { from: ¦, url: ¦ }',
  ],
  ['notes', 'For who teaches; learners do not see it', 'notes', '¦'],
  ['yaml', 'Code that is only shown', 'yaml', '¦'],
];

/** What can stand at the start of a line of prose: a block, once a backtick is typed; a step, once a `#` is. */
export function completeLine(
  line: string,
  from: number,
  files: readonly string[],
): readonly CompletionItem[] {
  const replace = { from, to: from + line.length };
  if (/^#{1,2}$/.test(line)) return [made('## step', 'A step, with its title', replace, '## ¦\n\n¦')];
  if (/^`{1,3}$/.test(line))
    return BLOCKS.map(([label, what, info, inside]) =>
      made(`\`\`\`${label}`, what, replace, `\`\`\`${info}\n${inside}\n\`\`\`\n`),
    );
  const [, before, word] = /^(\s*`{3,}ya?ml\s+(?:start|solution)\s+)(\S*)$/.exec(line) ?? [];
  if (before === undefined || word === undefined) return [];
  const at = { from: from + before.length, to: from + line.length };
  return files.map((file) => made(`file=${file}`, 'a file of the step', at, `file=${file}`));
}

function made(
  label: string,
  detail: string,
  replace: CompletionItem['replace'],
  marked: string,
): CompletionItem {
  return {
    label,
    kind: 'item',
    detail,
    documentation: detail,
    replace,
    ...stopsOf(marked),
    again: false,
    deprecated: false,
    rank: 1,
  };
}
