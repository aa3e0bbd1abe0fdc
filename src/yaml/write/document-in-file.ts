import { applyEdits, type TextEdit } from '../../text/index.ts';
import { parseDocument } from '../parse.ts';
import { splitDocuments } from '../split.ts';
import { fileHeaderEnd } from './file-header.ts';
import { firstEol, nextLine } from './lines.ts';

/** True where a document says something, or is broken, rather than holding comments only. */
function hasContent(documentText: string): boolean {
  const { value, problems } = parseDocument(documentText);
  return problems.length > 0 || (value !== undefined && value !== null);
}

const EMPTY_MARKER = /(?:^|\n)---[ \t]*(?:#[^\n]*)?\r?(?:\n|$)/;
const END_MARKER = /(?:^|\n)\.\.\.(?=[ \t\r\n]|$)/;

/** Adds a document at the end of a file, behind a `---` unless the file holds none yet, or ends in one that is still empty. */
export function appendDocument(fileText: string, documentText: string): TextEdit {
  const at = fileText.length;
  const slices = splitDocuments(fileText);
  const last = slices.at(-1)?.text ?? '';
  const eol = firstEol(fileText);
  const finish = at === 0 || fileText === '\ufeff' || fileText.endsWith('\n') ? '' : eol;
  const isFree = !hasContent(last) && !END_MARKER.test(last);
  const needsMarker = !(isFree && (slices.length === 1 || EMPTY_MARKER.test(last)));
  return { from: at, to: at, insert: finish + (needsMarker ? `---${eol}` : '') + documentText };
}

/**
 * Takes a document out of a file with the `---` that parts it from its neighbour; the comments in front of the neighbours
 * stay, and so does the file's header while there is another. `index` is 0-based among the slices.
 */
export function removeDocument(fileText: string, index: number): TextEdit {
  const slices = splitDocuments(fileText);
  const slice = slices[index];
  if (!slice)
    throw new RangeError(`the file has ${slices.length} documents, there is no number ${index + 1}`);
  const next = slices[index + 1];
  const bom = fileText.startsWith('\ufeff') ? 1 : 0;
  const from = index === 0 && next ? fileHeaderEnd(fileText) : Math.max(slice.from, bom);
  const edit = { from, to: slice.to, insert: '' };
  if (!next) return edit;
  if (index === 0) {
    // The first of several: the next one's `---` goes with it unless the file began with one, or more stands on its line.
    const isBare =
      !fileText.startsWith('---', from) && /^---[ \t]*\r?\n/.test(next.text) && hasContent(next.text);
    return isBare ? { ...edit, to: nextLine(fileText, next.from) } : edit;
  }
  // The next one may have had no marker but the `...` that goes.
  const stillParted = splitDocuments(applyEdits(fileText, [edit])).length === slices.length - 1;
  return stillParted ? edit : { ...edit, insert: `---${firstEol(fileText)}` };
}
