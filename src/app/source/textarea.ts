import type { TextEdit } from '../../text/index.ts';
import { smallestEdit } from './lineEdit.ts';
import { createLineIndex } from './lines.ts';
import { editsFromTyping } from './typed.ts';

/** A text as a text field shows it: that knows only `\n`, and shows no byte order mark. */
export function shownText(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
}

/** What was typed into a text field that shows a text, as an edit of the text; null where nothing was. */
export function editFromTextarea(text: string, value: string): TextEdit | null {
  const typed = smallestEdit(shownText(text), value, 0);
  return typed && (editsFromTyping(createLineIndex(text), [typed])[0] ?? null);
}
