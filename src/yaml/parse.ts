import type { Document } from 'yaml';
import { aliasProblems, firstMergeKey } from './alias-problems.ts';
import { causes } from './cause.ts';
import { rememberTree, treeOf } from './locate.ts';
import { MAX_DEPTH } from './depth.ts';
import { MAX_ALIASES, readDocument } from './read.ts';
import { createRecent } from './recent.ts';
import { templateProblem } from './template.ts';
import type { ParsedDocument, SyntaxProblem, YamlNode, YamlValue } from './types.ts';

/** One document may have this many characters: more than any cluster stores in one object, less than what freezes a page. */
export const MAX_DOCUMENT_CHARACTERS = 24_000_000;

/** Keys that stand twice in one map, each at its second place. */
function duplicates(node: YamlNode | undefined): SyntaxProblem[] {
  if (!node) return [];
  if (node.kind === 'list') return node.items.flatMap((item) => duplicates(item));
  if (node.kind !== 'map') return [];
  const seen = new Set<string>();
  return node.entries.flatMap(({ key, keyRange, value }) => {
    const inside = duplicates(value);
    if (!seen.has(key) || key === '<<') {
      seen.add(key);
      return inside;
    }
    const message = `The key "${key}" stands twice in the same map: Kubernetes refuses the document. Remove or rename one of them.`;
    return [{ code: 'duplicate-key' as const, message, ...keyRange }, ...inside];
  });
}

function refused(text: string, code: SyntaxProblem['code'], message: string): ParsedDocument {
  return { text, value: undefined, problems: [{ code, message, from: 0, to: Math.min(text.length, 1) }] };
}

const TOO_DEEP = `More than ${MAX_DEPTH} levels are nested here. The text is kept as it is; no resource can be read from it.`;

const BOMB =
  'Aliases (*name) in this document unfold into more data than any configuration needs. It is kept as it is, but not read.';
const NO_MERGE =
  'A merge key (<<) takes over the fields of a map, so an alias of a map, or a list of such aliases, must stand behind it.';

/** The document as data; what is wrong with its aliases where there is none. */
function valueOf(
  text: string,
  document: Document.Parsed,
  tree: YamlNode | undefined,
): Pick<ParsedDocument, 'value' | 'problems'> {
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }) as YamlValue, problems: [] };
  } catch (error) {
    const merge = /merge/i.test(String(error)) ? firstMergeKey(tree) : undefined;
    if (!merge) return refused(text, 'alias-bomb', BOMB);
    return {
      value: undefined,
      problems: [{ code: 'syntax', message: NO_MERGE, from: merge.from, to: merge.to }],
    };
  }
}

const recent = createRecent<ParsedDocument>();

/**
 * Reads one document, as plain data with the problems in its text. Never throws: what cannot be read has no value and
 * says why. Offsets are relative to `text`. The last few are remembered: what a change was tried on is read next.
 */
export function parseDocument(text: string): ParsedDocument {
  const known = recent.get(text);
  if (known) return known.value;
  const document = read(text);
  recent.set(text, document);
  return document;
}

function read(text: string): ParsedDocument {
  const zero = text.indexOf('\0');
  if (zero >= 0) {
    return {
      text,
      value: undefined,
      problems: [
        {
          code: 'binary',
          message:
            'There are zero bytes in this document: it is not text. It is kept as it is; no resource can be read from it.',
          from: zero,
          to: zero + 1,
        },
      ],
    };
  }
  if (text.length > MAX_DOCUMENT_CHARACTERS) {
    return refused(
      text,
      'too-large',
      'This one document is larger than 24 million characters. It is kept as it is, but not read.',
    );
  }
  try {
    const document = readDocument(text);
    const tree = treeOf(text, document);
    rememberTree(text, tree);
    const template = text.includes('{{') || text.includes('{%');
    const filled = template ? templateProblem(text, tree, document.errors.length > 0) : undefined;
    if (filled) return { text, value: undefined, problems: [filled] };
    const others = [...duplicates(tree), ...aliasProblems(tree)];
    const problems = causes(document.errors, others, text, tree);
    if (problems.length) return { text, value: undefined, problems };
    const isEmpty = !tree || (tree.kind === 'scalar' && tree.value === null && tree.from === tree.to);
    if (isEmpty) return { text, value: undefined, problems: [] };
    return { text, ...valueOf(text, document, tree) };
  } catch {
    return refused(text, 'too-deep', TOO_DEEP);
  }
}
