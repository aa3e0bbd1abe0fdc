import { fileText } from '../text/index.ts';
import { splitDocuments } from '../yaml/index.ts';
import type { LanguageContext } from './context.ts';
import { readLoosely, type LooseNode } from './loose/index.ts';

/** One document of a file. `from` is its offset in the file, 0-based; `index` counts documents from 0. */
export interface DocumentText {
  readonly index: number;
  readonly from: number;
  readonly text: string;
}

/** The documents of a file; laid end to end they are the file. */
export function documentsOf(context: LanguageContext, path: string): readonly DocumentText[] {
  const text = fileText(context.files, path) ?? '';
  const linked = context.mesh.files.find((file) => file.path === path)?.documents;
  if (linked) {
    let from = 0;
    const documents = linked.map((document, index) => {
      const at = from;
      from += document.text.length;
      return { index, from: at, text: document.text };
    });
    // The mesh may be a moment behind the text (a file still being read): then its documents do not add up to it.
    if (from === text.length && documents.length > 0) return documents;
  }
  return splitDocuments(text).map((slice, index) => ({ index, from: slice.from, text: slice.text }));
}

/** The document that an offset stands in; at a border the later one. */
export function documentAt(context: LanguageContext, path: string, offset: number): DocumentText {
  const documents = documentsOf(context, path);
  return documents.findLast((document) => document.from <= offset) ?? { index: 0, from: 0, text: '' };
}

const KEPT = 4;
const trees = new Map<string, LooseNode | null>();

/** The tree of a document, without a caret. The last few are kept: the same documents are asked for again and again. */
export function treeOf(text: string): LooseNode | null {
  let tree = trees.get(text);
  if (tree !== undefined) return tree;
  tree = readLoosely(text).root;
  const oldest = trees.size >= KEPT ? trees.keys().next().value : undefined;
  if (oldest !== undefined) trees.delete(oldest);
  trees.set(text, tree);
  return tree;
}
