import type { TextRange } from '../../text/index.ts';
import { blockOf, type BlockWord } from '../read/blocks.ts';
import { readFrontMatter } from '../read/front-matter.ts';
import { reportOn } from '../read/report.ts';
import { sectionsOf, type Section } from '../read/sections.ts';

/** Where the parts of a lesson stand in its text. Offsets from 0; there is one for any text, however broken. */
export interface LessonOutline {
  /** The head, its two lines `---` included; empty where there is none. */
  readonly head: TextRange;
  /** What stands before the first step. */
  readonly introduction: OutlineSection;
  readonly steps: readonly OutlineSection[];
}

export interface OutlineSection {
  /** Empty for the introduction, and for a step that still needs one. */
  readonly title: string;
  /** From its heading to the next, or to the end. */
  readonly range: TextRange;
  /** The blocks that mean something, in their order. */
  readonly blocks: readonly OutlineBlock[];
}

export interface OutlineBlock {
  readonly word: BlockWord;
  /** The file that it writes, as it names it. */
  readonly file?: string;
  /** The folder whose files it takes. */
  readonly folder?: string;
  /** It takes its file away. */
  readonly deleted: boolean;
  /** With both its fences, and the line end behind. */
  readonly range: TextRange;
  /** What is in it. */
  readonly inside: TextRange;
}

/** The outline of a lesson's text. */
export function outlineOf(text: string): LessonOutline {
  const { end } = readFrontMatter(text, reportOn('', text));
  const sections = sectionsOf(text, end);
  const [introduction, ...steps] = sections.map((section, index) =>
    sectionAt(text, section, sections[index + 1]?.from ?? text.length),
  );
  return {
    head: { from: 0, to: end },
    introduction: introduction ?? { title: '', range: { from: end, to: end }, blocks: [] },
    steps,
  };
}

function sectionAt(text: string, { title = '', from, parts }: Section, to: number): OutlineSection {
  const blocks = parts.flatMap((part): OutlineBlock[] => {
    if (!('fence' in part)) return [];
    const block = blockOf(part.fence);
    if (!block || 'unknown' in block) return [];
    const { file, folder, deleted } = block.attributes;
    const inside = { from: block.inside, to: block.inside + block.text.length };
    const closing = block.closed ? text.indexOf('\n', inside.to) + 1 || text.length : inside.to;
    return [
      {
        word: block.word,
        ...(file !== undefined && { file }),
        ...(folder !== undefined && { folder }),
        deleted: deleted !== undefined,
        range: { from: block.from, to: closing },
        inside,
      },
    ];
  });
  return { title, range: { from, to }, blocks };
}

/** The step that a place of the text belongs to, from 0; -1 before the first. */
export const stepAt = ({ steps }: LessonOutline, offset: number): number =>
  steps.findLastIndex(({ range }) => range.from <= offset);

/** The block that a place of the text stands in. */
export function blockAt(
  outline: LessonOutline,
  offset: number,
): { readonly step: number; readonly block: OutlineBlock } | undefined {
  const step = stepAt(outline, offset);
  const { blocks } = outline.steps[step] ?? outline.introduction;
  const block = blocks.find(({ inside }) => inside.from <= offset && offset <= inside.to);
  return block && { step, block };
}
