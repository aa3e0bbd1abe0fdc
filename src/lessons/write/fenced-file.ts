import type { TextFile } from '../../text/index.ts';

/** What a block says of a file: its text, or that a solution takes it away. */
export type SaidFile = TextFile | { readonly path: string; readonly deleted: true };

/** A file as a block of a lesson, in a fence that is longer than any inside it. */
export function fencedFile(word: 'start' | 'solution', said: SaidFile): string {
  const name = /[\s"]/.test(said.path) ? `"${said.path}"` : said.path;
  if ('deleted' in said) return `\`\`\`yaml ${word} file=${name} deleted\n\`\`\`\n`;
  const { text } = said;
  const fence = '`'.repeat(Math.max(3, longestFence(text) + 1));
  const inside = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${fence}yaml ${word} file=${name}\n${inside}${fence}\n`;
}

/** Whether a text can stand behind this fence, without a line in it that would close the block. */
export function holdsIn(fence: string, text: string): boolean {
  const [, mark = ''] = /^\s*(`+|~+)/.exec(fence) ?? [];
  return mark.startsWith('`') ? longestFence(text) < mark.length : !/^ {0,3}~{3,}/m.test(text);
}

function longestFence(text: string): number {
  let longest = 0;
  for (const [, run = ''] of text.matchAll(/^ {0,3}(`{3,})/gm)) longest = Math.max(longest, run.length);
  return longest;
}
