import { readInline } from './inline.ts';
import type { Block } from './prose.ts';
import { readTable } from './table.ts';

/** Lists and quotes nest no deeper; what is nested deeper is a paragraph. */
const DEEPEST = 8;

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t](.*)|$)/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])( {1,4}|$)/;

/** Reads Markdown as lessons are written in: headings, lists, quotes, tables, code, emphasis, links. Raw HTML is text. Never throws. */
export const readProse = (markdown: string): readonly Block[] =>
  blocksOf(markdown.replaceAll(/\r\n?/g, '\n').replaceAll('\t', '    ').split('\n'), 0);

const isRule = (line: string): boolean => {
  const marks = line.replaceAll(' ', '');
  return marks.length >= 3 && /^ {0,3}[-*_]/.test(line) && marks.replaceAll(marks[0] ?? '', '') === '';
};

/** Whether a line ends the paragraph before it. */
const begins = (line: string): boolean =>
  FENCE.test(line) || HEADING.test(line) || QUOTE.test(line) || isRule(line) || ITEM.test(line);

function blocksOf(lines: readonly string[], depth: number): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      at++;
      continue;
    }
    const [block, next] = blockAt(lines, at, depth);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

function blockAt(lines: readonly string[], at: number, depth: number): readonly [Block, number] {
  const line = lines[at] ?? '';
  const fence = FENCE.exec(line);
  if (fence && !(fence[1]?.startsWith('`') && fence[2]?.includes('`'))) return codeAt(lines, at, fence);
  const heading = HEADING.exec(line);
  if (heading) {
    const words = (heading[2] ?? '').trim();
    return [{ kind: 'heading', level: heading[1]?.length ?? 1, inlines: readInline(words) }, at + 1];
  }
  if (isRule(line)) return [{ kind: 'rule' }, at + 1];
  if (depth < DEEPEST && QUOTE.test(line)) return quoteAt(lines, at, depth);
  if (depth < DEEPEST && ITEM.test(line)) return listAt(lines, at, depth);
  return readTable(lines, at) ?? paragraphAt(lines, at);
}

function codeAt(lines: readonly string[], at: number, [, mark = '', info = '']: readonly string[]) {
  let end = at + 1;
  while (end < lines.length) {
    const [, close = '', behind = ''] = FENCE.exec(lines[end] ?? '') ?? [];
    if (close.startsWith(mark) && behind.trim() === '') break;
    end++;
  }
  const language = info.trim().split(' ')[0] ?? '';
  return [{ kind: 'code', language, text: lines.slice(at + 1, end).join('\n') }, end + 1] as const;
}

function quoteAt(lines: readonly string[], at: number, depth: number): readonly [Block, number] {
  let end = at;
  while (end < lines.length && QUOTE.test(lines[end] ?? '')) end++;
  const inside = lines.slice(at, end).map((line) => line.replace(QUOTE, ''));
  return [{ kind: 'quote', blocks: blocksOf(inside, depth + 1) }, end];
}

function listAt(lines: readonly string[], at: number, depth: number): readonly [Block, number] {
  const marker = (line: string): RegExpExecArray | null => (isRule(line) ? null : ITEM.exec(line));
  const kindOf = (text: string): string => (/\d/.test(text) ? text.slice(-1) : text);
  const first = ITEM.exec(lines[at] ?? '')?.[2] ?? '-';
  const items: (readonly Block[])[] = [];
  let end = at;
  while (end < lines.length) {
    const found = marker(lines[end] ?? '');
    if (!found || kindOf(found[2] ?? '') !== kindOf(first)) break;
    const width = found[0].length + (found[3] === '' ? 1 : 0);
    const inside = [(lines[end] ?? '').slice(found[0].length)];
    end++;
    while (end < lines.length) {
      const line = lines[end] ?? '';
      const isInside = line.trim() === '' || line.search(/\S/) >= width;
      // A line that goes on with the paragraph before it need not be indented.
      const goesOn = !isInside && (lines[end - 1] ?? '').trim() !== '' && !begins(line);
      if (!isInside && !goesOn) break;
      inside.push(isInside ? line.slice(Math.min(width, line.length)) : line);
      end++;
    }
    items.push(blocksOf(inside, depth + 1));
  }
  const start = /\d/.test(first) ? { start: Number.parseInt(first, 10) } : {};
  return [{ kind: 'list', ...start, items }, end];
}

function paragraphAt(lines: readonly string[], at: number): readonly [Block, number] {
  let end = at + 1;
  while (end < lines.length && (lines[end] ?? '').trim() !== '' && !begins(lines[end] ?? '')) end++;
  const text = lines
    .slice(at, end)
    .map((line) => line.trimStart())
    .join('\n')
    .trimEnd();
  return [{ kind: 'paragraph', inlines: readInline(text) }, end];
}
