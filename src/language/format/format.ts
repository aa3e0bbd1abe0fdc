import { applyEdits, type TextEdit } from '../../text/index.ts';
import { equalValues, parseDocument, splitDocuments } from '../../yaml/index.ts';
import type { LanguageContext } from '../context.ts';
import { documentsOf, treeOf, type DocumentText } from '../document.ts';
import { blanksInto, tidyBlanks } from './blanks.ts';
import { columnsOf, type Columns } from './columns.ts';
import { habitOf } from './habit.ts';
import { lineAt, linesOf, type FormatLine } from './lines.ts';

/** What formatting changes; `refused` says of the documents that were left alone why. */
export interface Formatted {
  /** Offsets in the file, in order; only blanks change. */
  readonly edits: readonly TextEdit[];
  readonly refused: string | undefined;
}

/**
 * Formats the lines of a file that a range touches: their indentation as the document indents elsewhere, one blank behind
 * colons and commas, none at line ends. Nothing but blanks changes, and each document says the same afterwards.
 */
export function formatLines(context: LanguageContext, file: string, from: number, to: number): Formatted {
  const edits: TextEdit[] = [];
  let refused: string | undefined;
  for (const document of documentsOf(context, file)) {
    if (document.from > to || document.from + document.text.length < from) continue;
    const found = formatDocument(document, from - document.from, to - document.from);
    if (typeof found === 'string') refused ??= found;
    else edits.push(...found.map((edit) => shifted(edit, document.from)));
  }
  return { edits, refused };
}

const shifted = ({ from, to, insert }: TextEdit, by: number): TextEdit => ({
  from: from + by,
  to: to + by,
  insert,
});

function formatDocument({ text }: DocumentText, from: number, to: number): readonly TextEdit[] | string {
  const lines = linesOf(text, from, to);
  if (!lines.some(({ selected }) => selected)) return [];
  const before = parseDocument(text);
  const [problem] = before.problems;
  if (problem)
    return `These lines are not formatted, since their document cannot be read as it is: ${problem.message}`;
  const root = treeOf(text);
  const whole = columnsOf(root, lines, habitOf(text, root));
  const still: Columns = { ...whole, indents: new Map(), gaps: new Map() };
  for (const columns of [whole, still]) {
    const edits = editsFor(text, lines, columns);
    const after = applyEdits(text, edits);
    if (splitDocuments(after).length !== 1) continue;
    const { value, problems } = parseDocument(after);
    if (problems.length === 0 && equalValues(value, before.value)) return edits;
  }
  return 'These lines are not formatted: with other blanks they would say something else.';
}

function editsFor(text: string, lines: readonly FormatLine[], columns: Columns): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const isSelected = (offset: number) => lines[lineAt(lines, offset)]?.selected ?? false;
  const set = blanksInto(text, edits, isSelected);
  tidyBlanks(text, treeOf(text), columns.gaps, set);
  for (const [index, line] of lines.entries()) {
    if (!line.selected || line.start > line.end) continue;
    const { start, content, end } = line;
    if (columns.inner.has(index)) {
      if (content < end) set(start, content, ' '.repeat(columns.indents.get(index) ?? content - start));
      continue;
    }
    if (content === end) set(start, end, '');
    else {
      set(start, content, ' '.repeat(indentOf(text, lines, columns, index, line)));
      set(end - trailing(text.slice(content, end)), end, '');
    }
  }
  return edits.toSorted((a, b) => a.from - b.from);
}

const trailing = (line: string): number => /[ \t]*$/.exec(line)?.[0].length ?? 0;

const indentNow = ({ start, content }: FormatLine): number => content - start;

/** A comment stands with the line that it stood with: the next one, else the one before. */
function indentOf(
  text: string,
  lines: readonly FormatLine[],
  { indents, inner }: Columns,
  index: number,
  line: FormatLine,
): number {
  if (text[line.content] !== '#') return indents.get(index) ?? indentNow(line);
  const isContent = ({ content, end }: FormatLine, at: number) =>
    content < end && text[content] !== '#' && !inner.has(at);
  for (const step of [1, -1]) {
    let at = index + step;
    let neighbour = lines[at];
    while (neighbour && !isContent(neighbour, at)) neighbour = lines[(at += step)];
    if (neighbour && indentNow(neighbour) === indentNow(line)) return indents.get(at) ?? indentNow(neighbour);
  }
  return indentNow(line);
}
