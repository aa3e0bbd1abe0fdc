import { parseDocument } from './parse.ts';
import type { ParsedDocument } from './types.ts';

/** Characters of document text whose readings are kept: about a workspace of 5,000 resources, twice. */
const MOST_CHARACTERS = 16_000_000;

export interface ParseCache {
  /** The document, read now or remembered. */
  read(text: string): ParsedDocument;
  /** The document if it was read before. */
  peek(text: string): ParsedDocument | undefined;
  /** Takes in a document that was read elsewhere, in a worker. */
  keep(document: ParsedDocument): void;
}

/** Remembers readings by their text; the longest unused go first when there are too many. */
export function createParseCache(): ParseCache {
  const known = new Map<string, ParsedDocument>();
  let characters = 0;
  const keep = (document: ParsedDocument) => {
    if (known.has(document.text)) return;
    known.set(document.text, document);
    characters += document.text.length;
    for (const [text] of known) {
      if (characters <= MOST_CHARACTERS || known.size === 1) break;
      known.delete(text);
      characters -= text.length;
    }
  };
  return {
    peek: (text) => known.get(text),
    keep,
    read(text) {
      const document = known.get(text);
      if (document) return document;
      const read = parseDocument(text);
      keep(read);
      return read;
    },
  };
}
