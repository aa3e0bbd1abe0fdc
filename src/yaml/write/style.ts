import { columnOf, firstEol } from './lines.ts';
import type { Quote } from './scalar.ts';
import type { YamlNode } from '../types.ts';

/** How a document is written: what new text follows. */
export interface Style {
  /** Columns from a key to the keys of a map under it. */
  readonly indent: number;
  /** Columns from a key to the dashes of a list under it. */
  readonly listIndent: number;
  /** What stands between a dash and its item. */
  readonly dash: string;
  readonly quote: Quote;
  readonly eol: string;
  /** Spaces inside `{ }` and `[ ]`. */
  readonly padding: '' | ' ';
}

interface Counts {
  indent: Map<number, number>;
  listIndent: Map<number, number>;
  dash: Map<number, number>;
  quote: Map<Quote, number>;
  padding: Map<'' | ' ', number>;
}

function count<T>(tally: Map<T, number>, value: T): void {
  tally.set(value, (tally.get(value) ?? 0) + 1);
}

function most<T>(tally: Map<T, number>, fallback: T): T {
  let best = fallback;
  let times = 0;
  for (const [value, number] of tally) if (number > times) [best, times] = [value, number];
  return best;
}

function look(text: string, node: YamlNode, key: number | null, counts: Counts): void {
  if (node.kind === 'scalar') {
    if (typeof node.value !== 'string') return;
    if (text[node.from] === '"') count(counts.quote, 'double');
    else if (text[node.from] === "'") count(counts.quote, 'single');
    else count(counts.quote, 'plain');
    return;
  }
  if (node.kind === 'alias') return;
  const children = node.kind === 'map' ? node.entries.map(({ value }) => value) : node.items;
  if (node.flow) {
    if (children.length) count(counts.padding, text[node.from + 1] === ' ' ? ' ' : '');
  } else if (key !== null) {
    const step = columnOf(text, node.from) - key;
    if (node.kind === 'map') count(counts.indent, step);
    else count(counts.listIndent, step);
  }
  if (node.kind === 'list' && !node.flow) {
    for (const item of node.items) {
      const gap = item.from - node.from;
      const first = item === node.items[0];
      if (first && !text.slice(node.from, item.from).includes('\n')) count(counts.dash, gap - 1);
    }
  }
  const column = node.kind === 'map' && !node.flow ? columnOf(text, node.from) : null;
  for (const child of children) look(text, child, column, counts);
}

/** Measures a document's habits; where it has none, those of its nearest kind: two spaces, lists at the key's column. */
export function detectStyle(text: string, root: YamlNode | undefined): Style {
  const counts: Counts = {
    indent: new Map(),
    listIndent: new Map(),
    dash: new Map(),
    quote: new Map(),
    padding: new Map(),
  };
  if (root) look(text, root, null, counts);
  const indent = most(counts.indent, 2);
  const quotes = (counts.quote.get('single') ?? 0) > (counts.quote.get('double') ?? 0) ? 'single' : 'double';
  const quoted = counts.quote.get(quotes) ?? 0;
  return {
    indent,
    listIndent: most(counts.listIndent, 0),
    dash: ' '.repeat(Math.max(1, most(counts.dash, 1))),
    // Kinds and versions are plain in nearly every file: quotes are a habit only where they outnumber plain text clearly.
    quote: quoted > (counts.quote.get('plain') ?? 0) ? quotes : 'plain',
    eol: firstEol(text),
    padding: most(counts.padding, ''),
  };
}
