import type { TextEdit, TextFile } from '../../text/index.ts';
import { readLesson } from '../read/read-lesson.ts';
import { isPlainPath, USUAL_FILE } from '../read/state-files.ts';
import { statesOf, withFiles } from '../states.ts';
import type { Lesson } from '../lesson.ts';
import { fencedFile, holdsIn, type SaidFile } from './fenced-file.ts';
import { outlineOf, type LessonOutline, type OutlineBlock, type OutlineSection } from './outline.ts';

/** The edits that write a state, or a sentence that says why it cannot be written so. */
export type WrittenState = { readonly edits: readonly TextEdit[] } | { readonly refused: string };

/**
 * Writes the files of a workspace into a lesson's text as the start, or as the solution, of a step (from 0): as few blocks
 * as say it. A start that is what the step before ends with becomes "continue"; of a solution only files that it changes
 * are written. What the files do not concern stays as it is.
 */
export function writeState(
  lesson: TextFile,
  files: readonly TextFile[],
  step: number,
  word: 'start' | 'solution',
  beside: readonly TextFile[] = [],
): WrittenState {
  const read = readLesson(lesson, beside).lesson;
  const outline = outlineOf(lesson.text);
  const section = outline.steps[step];
  if (!read || !section || !read.steps[step])
    return { refused: 'This lesson cannot be read yet. Mend its head and its headings first.' };
  const stranger = files.find(({ path }) => !isPlainPath(path) || !/\.(ya?ml|json)$/i.test(path));
  if (stranger)
    return {
      refused: `${stranger.path} cannot be a file of a lesson: its name has to end with .yaml or .json. Rename it, or take it away.`,
    };
  const whole = files.length ? files : [{ path: USUAL_FILE, text: '' }];
  return word === 'start'
    ? writeStart(lesson, read, outline, step, whole, beside)
    : writeSolution(lesson.text, read, section, step, files);
}

function writeStart(
  source: TextFile,
  lesson: Lesson,
  outline: LessonOutline,
  step: number,
  files: readonly TextFile[],
  beside: readonly TextFile[],
): WrittenState {
  const { text } = source;
  const section = outline.steps[step] ?? outline.introduction;
  const common = commonStart(source, outline, beside);
  const before = step > 0 ? statesOf(lesson)[step - 1]?.solved : undefined;
  if (before && sameFiles(before, files)) return { edits: blockEdits(text, section, 'start', []) };
  const own = (at: OutlineSection): boolean => at.blocks.some(({ word }) => word === 'start');
  // The start before the first step serves that step alone as long as no other begins anew.
  if (step === 0 && !own(section) && own(outline.introduction) && !outline.steps.some(own))
    return { edits: blockEdits(text, outline.introduction, 'start', files) };
  const missing = common.find(({ path }) => !files.some((file) => file.path === path));
  if (missing)
    return {
      refused: `The lesson gives ${missing.path} to every step that has a start of its own, and this workspace lacks it. Add the file, or take its block out of the introduction.`,
    };
  const written = files.filter((file) => !common.some((one) => sameFile(one, file)));
  // A step that has the common start alone says so by one of its files.
  return { edits: blockEdits(text, section, 'start', written.length || step === 0 ? written : files) };
}

function writeSolution(
  text: string,
  lesson: Lesson,
  section: OutlineSection,
  step: number,
  files: readonly TextFile[],
): WrittenState {
  const start = statesOf(lesson)[step]?.start ?? [];
  const gone = start
    .filter(({ path }) => !files.some((file) => file.path === path))
    .map(({ path }) => ({ path, deleted: true as const }));
  const written = files.filter((file) => !start.some((one) => sameFile(one, file)));
  if (!written.length && !gone.length)
    return {
      refused: 'This workspace is what the step begins with: as a solution it would change nothing.',
    };
  return { edits: blockEdits(text, section, 'solution', [...written, ...gone]) };
}

/** The files that the introduction gives to every start. */
function commonStart(
  source: TextFile,
  outline: LessonOutline,
  beside: readonly TextFile[],
): readonly TextFile[] {
  if (!outline.introduction.blocks.some(({ word }) => word === 'start')) return [];
  const opening = `${source.text.slice(0, outline.introduction.range.to)}\n## .\n`;
  const start = readLesson({ path: source.path, text: opening }, beside).lesson?.steps[0]?.start;
  return typeof start === 'object' ? start : [];
}

const textOf = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
const sameFile = (a: TextFile, b: TextFile): boolean =>
  a.path === b.path && textOf(a.text) === textOf(b.text);
const sameFiles = (a: readonly TextFile[], b: readonly TextFile[]): boolean =>
  a.length === b.length && withFiles(a, b).every((file) => a.some((one) => sameFile(one, file)));

/** Edits of one section that leave it with these files under a word: what says a file already is kept, or gets its new text. */
function blockEdits(
  text: string,
  { range, blocks }: OutlineSection,
  word: 'start' | 'solution',
  files: readonly SaidFile[],
): readonly TextEdit[] {
  const mine = blocks.filter((block) => block.word === word);
  const left = new Map(files.map((file) => [file.path, file]));
  const edits: TextEdit[] = [];
  let last: OutlineBlock | undefined;
  for (const block of mine) {
    const path = block.file ?? USUAL_FILE;
    const file = block.folder === undefined ? left.get(path) : undefined;
    if (!file) {
      edits.push({ ...withBlankBehind(text, block), insert: '' });
      continue;
    }
    left.delete(path);
    last = block;
    if ('deleted' in file || block.deleted) {
      if (!('deleted' in file && block.deleted))
        edits.push({ ...block.range, insert: fencedFile(word, file) });
      continue;
    }
    const inside = textOf(file.text);
    if (inside === text.slice(block.inside.from, block.inside.to)) continue;
    const fence = text.slice(block.range.from, block.inside.from);
    edits.push(
      holdsIn(fence, inside)
        ? { ...block.inside, insert: inside }
        : { ...block.range, insert: fencedFile(word, file) },
    );
  }
  // Where all blocks go, what comes stands where the first of them stood.
  const at = last ? last.range.to : (mine[0]?.range.from ?? placeFor(text, range, blocks, word));
  if (left.size) edits.push(insertion(text, at, [...left.values()], word));
  return edits.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** A start stands before what the step asks for, a solution before the notes. */
const BEHIND = {
  start: ['goals', 'look', 'hint', 'solution', 'notes'],
  solution: ['notes'],
} as const;

function placeFor(
  text: string,
  range: OutlineSection['range'],
  blocks: readonly OutlineBlock[],
  word: 'start' | 'solution',
): number {
  const after = blocks.find((block) => (BEHIND[word] as readonly string[]).includes(block.word));
  if (after) return after.range.from;
  const end = range.from + text.slice(range.from, range.to).trimEnd().length;
  return end + (/^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0);
}

function insertion(
  text: string,
  at: number,
  files: readonly SaidFile[],
  word: 'start' | 'solution',
): TextEdit {
  const written = files.map((file) => fencedFile(word, file)).join('\n');
  const before = text.slice(0, at);
  const lead = before === '' || /\n[ \t]*\r?\n$/.test(before) ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const behind = text.slice(at);
  const tail = behind === '' || /^[ \t]*\r?\n/.test(behind) ? '' : '\n';
  return { from: at, to: at, insert: `${lead}${written}${tail}` };
}

/** A block that goes takes the blank lines behind it along. */
function withBlankBehind(text: string, { range }: OutlineBlock): OutlineBlock['range'] {
  const [blank = ''] = /^(?:[ \t]*\r?\n)*/.exec(text.slice(range.to)) ?? [];
  return { from: range.from, to: range.to + blank.length };
}
