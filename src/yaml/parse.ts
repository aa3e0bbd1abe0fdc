import type { Document, YAMLParseError } from 'yaml';
import { rememberTree, treeOf } from './locate.ts';
import { MESSAGES, problemCodeOf } from './messages.ts';
import { MAX_ALIASES, MAX_DEPTH, readDocument } from './read.ts';
import type { ParsedDocument, SyntaxProblem, YamlNode, YamlValue } from './types.ts';

/** One document may have this many characters: more than any cluster stores in one object, less than what freezes a page. */
export const MAX_DOCUMENT_CHARACTERS = 24_000_000;

function problemOf(error: YAMLParseError, length: number): SyntaxProblem {
  const from = Math.min(error.pos[0], length);
  const to = Math.min(Math.max(error.pos[1], from + 1), Math.max(length, from));
  const known = MESSAGES[error.code];
  const tab = error.code === 'TAB_AS_INDENT' || error.message.startsWith('Tabs');
  return {
    code: tab ? 'tab' : problemCodeOf(error.code),
    message: tab ? MESSAGES.TAB_AS_INDENT : known,
    from,
    to,
  };
}

/** Keys that stand twice in one map, each at its second place. */
function duplicates(node: YamlNode | undefined, depth = 0): SyntaxProblem[] {
  if (!node || depth > MAX_DEPTH) return [];
  if (node.kind === 'list') return node.items.flatMap((item) => duplicates(item, depth + 1));
  if (node.kind !== 'map') return [];
  const seen = new Set<string>();
  return node.entries.flatMap(({ key, keyRange, value }) => {
    const inside = duplicates(value, depth + 1);
    if (!seen.has(key) || key === '<<') {
      seen.add(key);
      return inside;
    }
    const message = `The key "${key}" stands twice in the same map: Kubernetes refuses the document. Remove or rename one of them.`;
    return [{ code: 'duplicate-key' as const, message, ...keyRange }, ...inside];
  });
}

function depthOf(node: YamlNode | undefined): number {
  let [depth, level] = [0, node ? [node] : []];
  while (level.length) {
    depth++;
    level = level.flatMap((each) =>
      each.kind === 'map'
        ? each.entries.map(({ value }) => value)
        : each.kind === 'list'
          ? [...each.items]
          : [],
    );
  }
  return depth;
}

function refused(text: string, code: SyntaxProblem['code'], message: string): ParsedDocument {
  return { text, value: undefined, problems: [{ code, message, from: 0, to: Math.min(text.length, 1) }] };
}

const TOO_DEEP = `More than ${MAX_DEPTH} levels are nested here. The text is kept as it is; no resource can be read from it.`;

/** The document as data; null where its aliases unfold without bound. */
function valueOf(document: Document.Parsed): { value: YamlValue } | null {
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }) as YamlValue };
  } catch {
    return null;
  }
}

/**
 * Reads one document, as plain data with the problems in its text. Never throws: what cannot be read has no value and
 * says why. Offsets are relative to `text`.
 */
export function parseDocument(text: string): ParsedDocument {
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
    if (depthOf(tree) > MAX_DEPTH) return refused(text, 'too-deep', TOO_DEEP);
    const problems = [...document.errors.map((error) => problemOf(error, text.length)), ...duplicates(tree)];
    if (problems.length)
      return { text, value: undefined, problems: problems.toSorted((a, b) => a.from - b.from) };
    if (document.contents === null) return { text, value: undefined, problems: [] };
    const read = valueOf(document);
    if (!read) {
      return refused(
        text,
        'alias-bomb',
        'Aliases (*name) in this document unfold into more data than any configuration needs. It is kept as it is, but not read.',
      );
    }
    return { text, value: read.value, problems: [] };
  } catch {
    return refused(text, 'too-deep', TOO_DEEP);
  }
}
