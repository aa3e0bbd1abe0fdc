import {
  type Lesson,
  type LessonObjection,
  type LessonOutline,
  type OutlineBlock,
} from '../../lessons/index.ts';
import { lineIndex } from '../../text/index.ts';
import { trialKeys, type Trial } from './trials.ts';

/** Something that keeps a lesson from being taught, and where in its text. */
export interface Finding {
  readonly message: string;
  /** From 0; null for what concerns the lesson as a whole. */
  readonly step: number | null;
  readonly offset: number;
}

/** How a step stands: `read` has nothing to be tried, `open` is still being tried. */
export type Standing = 'read' | 'open' | 'good' | 'bad' | 'failed';

/** What is wrong with the text of a lesson, by the steps that it stands in. */
export function writtenFindings(
  text: string,
  outline: LessonOutline,
  objections: readonly LessonObjection[],
): readonly Finding[] {
  const lines = lineIndex(text);
  return objections.map(({ message, line, column }) => {
    const offset = lines.offset(line, column);
    const step = outline.steps.findLastIndex(({ range }) => range.from <= offset);
    return { message, step: step < 0 ? null : step, offset };
  });
}

/** What came of trying the steps of a lesson, at the blocks that are to blame. */
export function triedFindings(
  text: string,
  outline: LessonOutline,
  lesson: Lesson,
  done: ReadonlyMap<string, Trial>,
): readonly Finding[] {
  return trialKeys(lesson).flatMap((key, step): Finding[] => {
    const trial = key === null ? undefined : done.get(key);
    if (!trial) return [];
    if ('failed' in trial)
      return [
        {
          message: `The step could not be tried: ${trial.failed}. Reload the page; what you wrote is kept.`,
          step,
          offset: outline.steps[step]?.range.from ?? 0,
        },
      ];
    let error = 0;
    return trial.objections.map(({ of, message }) => {
      const at = of === 'error' ? trial.errors[error++] : undefined;
      const offset = at
        ? offsetOfFile(text, outline, step, at.file, at.line, at.column)
        : goalsOf(outline, step);
      return { message: capital(message), step, offset };
    });
  });
}

/** How each step stands. */
export const standingsOf = (lesson: Lesson, done: ReadonlyMap<string, Trial>): readonly Standing[] =>
  trialKeys(lesson).map((key) => {
    if (key === null) return 'read';
    const trial = done.get(key);
    if (!trial) return 'open';
    if ('failed' in trial) return 'failed';
    return trial.objections.length ? 'bad' : 'good';
  });

function goalsOf({ steps }: LessonOutline, step: number): number {
  const section = steps[step];
  const goals = section?.blocks.find(({ word }) => word === 'goals');
  return (goals?.range ?? section?.range)?.from ?? 0;
}

/** Where a line of a file of the solution stands in the lesson: in the last block that writes the file, up to this step. */
function offsetOfFile(
  text: string,
  { introduction, steps }: LessonOutline,
  step: number,
  file: string,
  line: number,
  column: number,
): number {
  const sections = [introduction, ...steps.slice(0, step + 1)].toReversed();
  const writes = ({ word, file: path = 'mesh.yaml' }: OutlineBlock): boolean =>
    path === file && (word === 'solution' || word === 'start');
  for (const { blocks } of sections) {
    const block = blocks.findLast(writes);
    if (!block) continue;
    const inside = lineIndex(text.slice(block.inside.from, block.inside.to));
    return block.inside.from + inside.offset(line, column);
  }
  return goalsOf({ head: { from: 0, to: 0 }, introduction, steps }, step);
}

/** Line and column, from 1. */
export const placeOf = (text: string, offset: number): { readonly line: number; readonly column: number } =>
  lineIndex(text).position(offset);

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
