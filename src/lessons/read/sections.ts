import { infoWords, type Fence } from './blocks.ts';

/** Prose and fences in their order. */
export type Part = { readonly prose: string } | { readonly fence: Fence };

/** What stands under one `##` heading, or before the first. */
export interface Section {
  /** Undefined before the first heading. */
  readonly title?: string;
  readonly from: number;
  readonly parts: readonly Part[];
}

const LINE = /[^\n]*\n|[^\n]+$/g;
// What stands behind is trimmed in code: an expression that does would look at every blank many times.
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)/;
const HEADING = /^ {0,3}##[ \t](.*)/;

/**
 * Cuts Markdown at its second-level headings, and takes its fenced blocks out. A line is looked at once, whatever it
 * holds, so that no text takes longer than its length.
 */
export function sectionsOf(text: string, from: number): readonly Section[] {
  const sections: { title?: string; from: number; parts: Part[] }[] = [{ from, parts: [] }];
  let open: { fence: Omit<Fence, 'text' | 'closed'>; mark: string; lines: string[] } | undefined;
  let prose: string[] = [];
  const parts = (): Part[] => sections.at(-1)?.parts ?? [];
  const endProse = (): void => {
    if (prose.length) parts().push({ prose: prose.join('') });
    prose = [];
  };
  const endFence = (closed: boolean): void => {
    if (open) parts().push({ fence: { ...open.fence, text: open.lines.join(''), closed } });
    open = undefined;
  };

  for (const { 0: line, index } of text.slice(from).matchAll(LINE)) {
    const at = from + index;
    const [, mark = '', behind = ''] = FENCE.exec(line) ?? [];
    const info = behind.trim();
    if (open) {
      const closes = mark.startsWith(open.mark) && info === '';
      if (closes) endFence(true);
      else open.lines.push(line);
    } else if (mark && !(mark.startsWith('`') && info.includes('`'))) {
      endProse();
      open = { fence: { info: infoWords(info), from: at, inside: at + line.length }, mark, lines: [] };
    } else {
      const title = HEADING.exec(line)?.[1]?.trim();
      if (title === undefined) prose.push(line);
      else {
        endProse();
        sections.push({ title, from: at, parts: [] });
      }
    }
  }
  endProse();
  endFence(false);
  return sections;
}
