import { parseDocument as parse, type Document } from 'yaml';
import { isTooDeep } from './depth.ts';

/** Aliases that one document may be unfolded to. Kubernetes objects use a handful; a bomb uses millions. */
export const MAX_ALIASES = 1000;

/**
 * The parser's own document: YAML 1.2 with merge keys. Duplicate keys are looked for by us: the library's own check
 * compares every key with every other, which takes seconds for large maps. Throws a `RangeError` where the text is nested
 * too deeply.
 */
export function readDocument(text: string): Document.Parsed {
  if (isTooDeep(text)) throw new RangeError('nested too deeply');
  return parse(text, {
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    stringKeys: false,
  });
}
