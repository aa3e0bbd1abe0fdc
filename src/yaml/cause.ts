import type { ErrorCode, YAMLParseError } from 'yaml';
import { wordsFor } from './messages.ts';
import type { SyntaxProblem, YamlNode } from './types.ts';

/** Mistakes after which the parser no longer knows what belongs to what: all that it says from there on is an echo of them. */
const derailing: ReadonlySet<ErrorCode> = new Set([
  'BAD_DIRECTIVE',
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'BLOCK_IN_FLOW',
  'IMPOSSIBLE',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'MULTIPLE_DOCS',
  'TAB_AS_INDENT',
  'UNEXPECTED_TOKEN',
]);

/** A mistake of the text, and what was found beside it (`others`), without what only follows from a mistake before. By place. */
export function causes(
  errors: readonly YAMLParseError[],
  others: readonly SyntaxProblem[],
  text: string,
  tree: YamlNode | undefined,
): readonly SyntaxProblem[] {
  const found = errors.map((error) => ({
    derails: derailing.has(error.code),
    problem: problemOf(error, text, tree),
  }));
  const all = [...found, ...others.map((problem) => ({ derails: false, problem }))].toSorted(
    (a, b) => a.problem.from - b.problem.from,
  );
  const first = all.findIndex(({ derails }) => derails);
  return (first < 0 ? all : all.slice(0, first + 1)).map(({ problem }) => problem);
}

function problemOf(error: YAMLParseError, text: string, tree: YamlNode | undefined): SyntaxProblem {
  const from = openingQuote(error, tree) ?? Math.max(0, Math.min(error.pos[0], text.length - 1));
  const to = error.pos[0] > from ? from + 1 : Math.min(Math.max(error.pos[1], from + 1), text.length);
  if (isOpenBracket(error, text)) return { code: 'syntax', message: OPEN_BRACKET, from, to };
  return { ...wordsFor(error.code, error.message), from, to };
}

const OPEN_BRACKET =
  'Between { } or [ ], a value without quotes cannot have [ or { in it. Put quotes around the whole value.';

/** A bracket within a word, as in `{regex: /v[12]}`: to the parser another list begins. */
function isOpenBracket({ code, pos }: YAMLParseError, text: string): boolean {
  return code === 'UNEXPECTED_TOKEN' && /[^\s"'[\]{}:,][[{]/.test(text.slice(pos[0] - 1, pos[0] + 1));
}

/** A quote that is never closed runs to the end of the document, where nobody would look for it. */
function openingQuote({ message, pos }: YAMLParseError, tree: YamlNode | undefined): number | undefined {
  return /^Missing closing ['"]/.test(message) ? scalarAt(tree, pos[0])?.from : undefined;
}

/** The scalar that holds a place, or ends there. */
export function scalarAt(node: YamlNode | undefined, at: number): YamlNode | undefined {
  if (!node || node.kind === 'alias') return undefined;
  if (node.kind === 'scalar')
    return node.from <= at && at <= node.to && node.from < node.to ? node : undefined;
  const inside = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
  for (const each of inside) {
    const found = scalarAt(each, at);
    if (found) return found;
  }
  return undefined;
}
