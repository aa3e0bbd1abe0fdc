import type { TextEdit } from '../../text/index.ts';
import type { YamlScalarNode } from '../types.ts';
import { folded, literal } from './emit.ts';
import { columnOf, eolAt, lineEnd } from './lines.ts';
import { scalarText, type Quote, type YamlScalar } from './scalar.ts';
import type { Owner, Target } from './target.ts';
import { afterLine } from './extent.ts';

export type Candidate = readonly TextEdit[];

type Written = Quote | 'block';

function styleOf(text: string, node: YamlScalarNode): Written {
  const first = text[node.from];
  if (first === '"') return 'double';
  if (first === "'") return 'single';
  return first === '|' || first === '>' ? 'block' : 'plain';
}

/** The quotes to try, the old ones first. Text that was plain stays plain where that is safe. */
function quotesFor(written: Written, value: YamlScalar, old: YamlScalar, target: Target): Quote[] {
  if (written === 'single' || written === 'double') return [written, 'double'];
  const habit = typeof old === 'string' || old === null ? target.style.quote : 'plain';
  return written === 'plain' && typeof old === 'string'
    ? ['plain', habit === 'plain' ? 'double' : habit, 'double']
    : [typeof value === 'string' ? habit : 'plain', 'double'];
}

/** Writes a scalar over a scalar: only its own characters change, its quotes stay if they can hold the new value. */
export function planScalar(
  target: Target,
  node: YamlScalarNode,
  value: YamlScalar,
  owner: Owner | undefined,
  flow: boolean,
): Candidate[] {
  const { text } = target;
  const isEmpty = node.from === node.to;
  const written = isEmpty ? 'plain' : styleOf(text, node);
  const candidates: Candidate[] = [];
  if (typeof value === 'string' && !flow) {
    if (written === 'block') candidates.push(...keptBlock(target, node, value, owner));
    else if (value.includes('\n')) candidates.push(...newBlock(target, node, value, owner));
  }
  for (const quote of new Set(quotesFor(written, value, node.value, target))) {
    const insert = scalarText(value, quote, { flow });
    if (isEmpty)
      candidates.push([{ from: node.from, to: node.to, insert: `${owner?.bare ? ':' : ''} ${insert}` }]);
    else if (written === 'block') candidates.push([lineForBlock(text, node, insert)]);
    else candidates.push([{ from: node.from, to: node.to, insert }]);
  }
  return candidates;
}

/** A block scalar gives way to one line: its header's comment stays, its lines go. */
function lineForBlock(text: string, node: YamlScalarNode, insert: string): TextEdit {
  const header = text.slice(node.from, lineEnd(text, node.from));
  const comment = /[ \t]+#.*$/.exec(header)?.[0] ?? '';
  const end = text.slice(node.to - 1, node.to);
  const eol = end === '\n' || end === '\r' ? eolAt(text, node.from) : '';
  return { from: node.from, to: node.to, insert: insert + comment + eol };
}

/** A block scalar stays one, `|` or `>` as it was, under its header's comment and at its lines' column. */
function keptBlock(
  { text, style }: Target,
  node: YamlScalarNode,
  value: string,
  owner: Owner | undefined,
): Candidate[] {
  const header = text.slice(node.from, lineEnd(text, node.from));
  const comment = /[ \t]+#.*$/.exec(header)?.[0] ?? '';
  const old = /\n([ ]+)(?=[^\s])/.exec(text.slice(node.from, node.to))?.[1]?.length;
  const column = old ?? (owner ? columnOf(text, owner.begin) : 0) + style.indent;
  const eol = eolAt(text, node.from);
  const last = /[\r\n]$/.test(text.slice(0, node.to)) ? eol : '';
  const blocks = [header.startsWith('>') ? folded(value, column) : null, literal(value, column)];
  return blocks.flatMap((block) =>
    block
      ? [
          [
            {
              from: node.from,
              to: node.to,
              insert: [block.header + comment, ...block.lines].join(eol) + last,
            },
          ],
        ]
      : [],
  );
}

/** Several lines over one: a block literal. */
function newBlock(
  { text, style }: Target,
  node: YamlScalarNode,
  value: string,
  owner: Owner | undefined,
): Candidate[] {
  const block = literal(value, (owner ? columnOf(text, owner.begin) : 0) + style.indent);
  if (!block) return [];
  const eol = eolAt(text, node.from);
  const under = afterLine(text, node.to);
  const atEnd = under >= text.length && !/[\r\n]$/.test(text);
  const lines = block.lines.join(eol);
  return [
    [
      { from: node.from, to: node.to, insert: (node.from === node.to ? ' ' : '') + block.header },
      { from: under, to: under, insert: atEnd ? eol + lines : lines + eol },
    ],
  ];
}
