import { fileText } from '../text/index.ts';
import type { LanguageContext } from './context.ts';
import { documentsOf } from './document.ts';
import { readLoosely, type LooseNode } from './loose/index.ts';

/** A stretch of lines to fold, from the line of `from` to the line of `to`. 0-based offsets in the file. */
export interface Fold {
  readonly from: number;
  readonly to: number;
  readonly kind: 'document' | 'block' | 'comment';
}

/** Beyond this only documents fold: nobody folds single fields in a file of tens of thousands of lines. */
const MOST_CHARACTERS = 1_000_000;

/** What can be folded in a file: documents, the blocks under keys and dashes, comments of several lines. */
export function folding(context: LanguageContext, file: string): readonly Fold[] {
  const text = fileText(context.files, file) ?? '';
  const documents = documentsOf(context, file);
  const folds: Fold[] = [];
  for (const document of documents) {
    const content = document.text.trimEnd().length;
    if (documents.length > 1 && spansLines(document.text, 0, content))
      folds.push({ from: document.from, to: document.from + content, kind: 'document' });
    if (text.length > MOST_CHARACTERS) continue;
    blocks(document.text, document.from, folds);
    comments(document.text, document.from, folds);
  }
  return folds;
}

const spansLines = (text: string, from: number, to: number): boolean => /[\r\n]/.test(text.slice(from, to));

function blocks(text: string, shift: number, folds: Fold[]): void {
  const open: LooseNode[] = [];
  const add = (node: LooseNode | null) => node && open.push(node);
  add(readLoosely(text).root);
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'scalar') continue;
    for (const holder of node.kind === 'map' ? node.entries : node.items) {
      const { value } = holder;
      if (!value) continue;
      // A block scalar ends before its last line end, a flow collection with its bracket: fold up to the line before that.
      if (spansLines(text, holder.from, value.to))
        folds.push({ from: holder.from + shift, to: value.to + shift, kind: 'block' });
      add(value);
    }
  }
}

function comments(text: string, shift: number, folds: Fold[]): void {
  for (const match of text.matchAll(/^[ \t]*#.*(?:(?:\r\n|[\r\n])[ \t]*#.*)+/gm))
    folds.push({ from: match.index + shift, to: match.index + match[0].length + shift, kind: 'comment' });
}
