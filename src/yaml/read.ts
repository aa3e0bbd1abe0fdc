import { parseDocument as parse, type Document } from 'yaml';

export const MAX_DEPTH = 500;
/** Aliases that one document may be unfolded to. Kubernetes objects use a handful; a bomb uses millions. */
export const MAX_ALIASES = 1000;

/**
 * The parser's own document: YAML 1.2 with merge keys. Duplicate keys are looked for by us: the library's own check
 * compares every key with every other, which takes seconds for large maps.
 */
export function readDocument(text: string): Document.Parsed {
  return parse(text, {
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    stringKeys: false,
  });
}
