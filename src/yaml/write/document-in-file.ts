import type { TextEdit } from '../../text/index.ts';
import { splitDocuments } from '../split.ts';
import { firstEol, nextLine } from './lines.ts';

const hasText = (text: string) => /^(?!\s*(?:#|---|%|\.\.\.))\s*\S/m.test(text.replace(/^\ufeff/, ''));

/** Adds a document at the end of a file, behind a `---` unless the file holds none yet. */
export function appendDocument(fileText: string, documentText: string): TextEdit {
  const at = fileText.length;
  if (!hasText(fileText)) return { from: at, to: at, insert: documentText };
  const eol = firstEol(fileText);
  const finish = /[\r\n]$/.test(fileText) ? '' : eol;
  const last = splitDocuments(fileText).at(-1)?.text ?? '';
  // A `---` that no content follows yet is the new document's own.
  const opened = /(?:^|[\r\n])---[ \t]*(?:#[^\r\n]*)?[\r\n]*$/.test(last) && !hasText(last);
  return { from: at, to: at, insert: finish + (opened ? '' : `---${eol}`) + documentText };
}

/** Takes a document out of a file with the `---` that parts it from its neighbour. `index` is 0-based among the slices. */
export function removeDocument(fileText: string, index: number): TextEdit {
  const slices = splitDocuments(fileText);
  const slice = slices[index];
  if (!slice) throw new RangeError(`the file has ${slices.length} documents, there is no ${index + 1}th`);
  const next = slices[index + 1];
  if (index > 0 || !next) return { from: slice.from, to: slice.to, insert: '' };
  // The first of several: the next one's `---` goes with it unless the file began with one, or more stands on its line.
  const bom = fileText.startsWith('\ufeff') ? 1 : 0;
  const began = fileText.startsWith('---', bom);
  const bare = /^---[ \t]*(?=[\r\n])/.test(next.text);
  const to = !began && bare ? nextLine(fileText, next.from) : next.from;
  return { from: bom, to, insert: '' };
}
