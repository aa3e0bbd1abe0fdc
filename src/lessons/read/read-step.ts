import { closest } from '../../checks/index.ts';
import { asMap } from '../../istio/index.ts';
import { Fields, objections, readRequest, type Request } from '../../traffic/index.ts';
import type { Goal, ResourcePattern } from '../goals/goal.ts';
import type { LessonStep, LookAt } from '../lesson.ts';
import { LIMITS } from '../limits.ts';
import { blockOf, BLOCKS, type Block, type BlockWord } from './blocks.ts';
import { readGoal } from './read-goal.ts';
import { fromText } from './read-pattern.ts';
import type { Report } from './report.ts';
import type { Section } from './sections.ts';
import { deletedFiles, stateFiles, type Beside } from './state-files.ts';
import { readYaml, reportByPath, type YamlPart } from './yaml-part.ts';

/** The prose of a section, and its blocks by what they are. */
export interface TakenApart {
  readonly prose: string;
  readonly of: (word: BlockWord) => readonly Block[];
}

/** Parts what is shown from what means something. Code that is only shown stays in the prose. */
export function takeApart({ parts }: Section, report: Report): TakenApart {
  const blocks: Block[] = [];
  let prose = '';
  for (const part of parts) {
    if ('prose' in part) {
      prose += part.prose;
      continue;
    }
    const { fence } = part;
    if (!fence.closed)
      report.at(fence.from, 'This block does not end: close it with a line of as many ` or ~.');
    const block = blockOf(fence);
    if (!block) prose += shown(fence.info.join(' '), fence.text);
    else if ('unknown' in block) {
      const near = closest(block.unknown, BLOCKS);
      report.at(
        fence.from,
        `There is no block "${block.unknown}".${near ? ` Did you mean "${near}"?` : ''} Blocks are ${BLOCKS.join(', ')}; code to be shown names its language only.`,
      );
    } else if (block.text.length > LIMITS.blockCharacters)
      report.at(
        fence.from,
        `This block is longer than ${LIMITS.blockCharacters} characters, too long for a lesson.`,
      );
    else blocks.push(block);
  }
  const beyond = blocks[LIMITS.blocks];
  if (beyond) report.at(beyond.from, `A step has at most ${LIMITS.blocks} blocks. Make two steps of it.`);
  const kept = blocks.slice(0, LIMITS.blocks);
  return { prose: prose.trim(), of: (word) => kept.filter((block) => block.word === word) };
}

/** A fence that is longer than any inside it. */
function shown(info: string, text: string): string {
  let longest = 2;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${info}\n${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${fence}\n`;
}

export const notesOf = (blocks: readonly Block[]): string =>
  blocks.map(({ text }) => text.trim()).join('\n\n');

/** Reads one step, all but what depends on the steps before it. */
export function readStep(section: Section, beside: Beside, report: Report): LessonStep {
  const { prose, of } = takeApart(section, report);
  const start = of('start');
  const title = section.title ?? '';
  if (!title) report.at(section.from, 'This step needs a title behind its ##.');
  const goals = of('goals').flatMap((block) => readGoals(block, report));
  const removals = of('solution').filter(({ attributes }) => 'deleted' in attributes);
  const solution = stateFiles(
    of('solution').filter((block) => !removals.includes(block)),
    beside,
    report,
  );
  const deleted = deletedFiles(removals, report);
  for (const path of deleted)
    if (solution.some((file) => file.path === path))
      report.at(section.from, `The solution writes ${path} and deletes it. Leave out one of the two.`);
  const solves = solution.length > 0 || deleted.length > 0;
  const wants = of('goals').length > 0;
  if (wants && !solves)
    report.at(section.from, 'This step has goals but no solution: add a "solution" block that meets them.');
  if (!wants && solves)
    report.at(
      section.from,
      'This step has a solution but no goals: say in a "goals" block what it has to reach.',
    );
  const hints = of('hint').map(({ text }) => text.trim());
  if (hints.length > LIMITS.hints) report.at(section.from, `A step has at most ${LIMITS.hints} hints.`);
  return {
    title,
    text: prose,
    start: start.length ? stateFiles(start, beside, report) : 'continue',
    goals,
    hints: hints.slice(0, LIMITS.hints),
    solution,
    deleted,
    notes: notesOf(of('notes')),
    look: readLook(of('look'), report),
    place: report.place(section.from),
  };
}

function readGoals(block: Block, report: Report): readonly Goal[] {
  const part: YamlPart = { text: block.text, from: block.inside };
  const before = report.found.length;
  const value = readYaml(part, report);
  if (!Array.isArray(value) || !value.length) {
    if (report.found.length === before)
      report.at(block.from, 'A "goals" block is a list: each goal begins with "- ".');
    return [];
  }
  if (value.length > LIMITS.goals) report.at(block.from, `A step has at most ${LIMITS.goals} goals.`);
  const { found, say } = objections();
  const goals = value.slice(0, LIMITS.goals).flatMap((item, index) => {
    const map = asMap(item);
    if (!map) return say([index], 'A goal is a map, such as "noProblem: error".') ?? [];
    return readGoal(new Fields(map, [index], say)) ?? [];
  });
  reportByPath(part, found, report);
  return goals;
}

function readLook(blocks: readonly Block[], report: Report): LookAt {
  const resources: ResourcePattern[] = [];
  const requests: Request[] = [];
  for (const block of blocks) {
    const part: YamlPart = { text: block.text, from: block.inside };
    const before = report.found.length;
    const map = asMap(readYaml(part, report));
    if (!map) {
      if (report.found.length === before)
        report.at(block.from, 'A "look" block says "resources" to highlight, and "requests" to send.');
      continue;
    }
    const { found, say } = objections();
    const fields = new Fields(map, [], say);
    for (const [index, item] of (fields.list('resources') ?? []).entries()) {
      const pattern = fromText(item);
      if (pattern) resources.push(pattern);
      else say(['resources', index], 'A resource to look at is written Kind/name or Kind/namespace/name.');
    }
    for (const request of fields.items('requests') ?? []) {
      const read = readRequest(request);
      if (read) requests.push(read);
    }
    fields.done('A "look" block');
    reportByPath(part, found, report);
  }
  return { resources, requests };
}
