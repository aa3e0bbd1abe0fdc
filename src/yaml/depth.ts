import { Parser, type CST } from 'yaml';

/** Levels that a document may nest. Istio's own types need fewer than twenty; beyond this, readers that recurse fail. */
export const MAX_DEPTH = 500;

const LEAD = /^[ \t?:-]{400,}/m;

/** True where the brackets or the indentation could make more than 400 levels; text that looks so in quotes is taken for it too. */
function looksDeep(text: string): boolean {
  let depth = 0;
  for (const bracket of text.matchAll(/[[\]{}]/g)) {
    const opens = bracket[0] === '[' || bracket[0] === '{';
    depth = opens ? depth + 1 : Math.max(0, depth - 1);
    if (depth > 400) return true;
  }
  return LEAD.test(text);
}

function* childrenOf(token: CST.Token): Generator<CST.Token> {
  if (token.type === 'document') {
    if (token.value) yield token.value;
  } else if (token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection') {
    for (const { key, value } of token.items) {
      if (key) yield key;
      if (value) yield value;
    }
  }
}

/**
 * True for a document nested deeper than anything that is read here. Looks at tokens only and never recurses: composing
 * such a document can end the whole process, not just throw.
 */
export function isTooDeep(text: string): boolean {
  if (!looksDeep(text)) return false;
  let level: CST.Token[] = [...new Parser().parse(text)];
  for (let depth = 0; level.length; depth++) {
    if (depth > MAX_DEPTH + 1) return true;
    level = level.flatMap((token) => [...childrenOf(token)]);
  }
  return false;
}
