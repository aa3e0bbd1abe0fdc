import { readInline } from './inline.ts';
import type { Block } from './prose.ts';

/** A table whose head is this line, and the line behind it; undefined where none begins. */
export function readTable(lines: readonly string[], at: number): readonly [Block, number] | undefined {
  const [head, under] = [lines[at] ?? '', lines[at + 1] ?? ''];
  if (!head.includes('|') || !/^[ |:-]+$/.test(under) || !under.includes('-') || !under.includes('|'))
    return undefined;
  const names = cellsOf(head);
  if (names.length !== cellsOf(under).length) return undefined;
  let end = at + 2;
  const rows: string[][] = [];
  while (end < lines.length && (lines[end] ?? '').includes('|')) rows.push(cellsOf(lines[end++] ?? ''));
  const read = (cells: readonly string[]) => names.map((_, index) => readInline(cells[index] ?? ''));
  return [{ kind: 'table', head: read(names), rows: rows.map(read) }, end];
}

/** The cells of a row; `\|` is a stroke, and so is one within code. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let [cell, inCode] = ['', false];
  for (let at = 0; at < line.length; at++) {
    const letter = line[at] ?? '';
    if (letter === '\\' && line[at + 1] === '|') {
      cell += '|';
      at++;
    } else if (letter === '|' && !inCode) {
      cells.push(cell.trim());
      cell = '';
    } else {
      if (letter === '`') inCode = !inCode;
      cell += letter;
    }
  }
  cells.push(cell.trim());
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells;
}
