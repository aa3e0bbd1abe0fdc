import type { TextEdit } from '../../text/index.ts';
import type { YamlScalarNode } from '../types.ts';
import { literal } from './emit.ts';
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
  if (typeof value === 'string' && value.includes('\n') && !flow) {
    candidates.push(...blockCandidates(target, node, value, owner, written));
  }
  for (const quote of new Set(quotesFor(written, value, node.value, target))) {
    const insert = scalarText(value, quote, { flow });
    if (isEmpty) candidates.push([{ from: node.from, to: node.to, insert: ` ${insert}` }]);
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

/** Several lines, as a block literal under the old header, or under a new one. */
function blockCandidates(
  target: Target,
  node: YamlScalarNode,
  value: string,
  owner: Owner | undefined,
  written: Written,
): Candidate[] {
  const { text, style } = target;
  const column = (owner ? columnOf(text, owner.begin) : 0) + style.indent;
  const block = literal(value, column);
  if (!block) return [];
  const eol = eolAt(text, node.from);
  if (written === 'block') {
    const header = text.slice(node.from, lineEnd(text, node.from));
    const comment = /[ \t]+#.*$/.exec(header)?.[0] ?? '';
    const atEnd = node.to >= text.length && !/[\r\n]$/.test(text);
    const insert = [block.header + comment, ...block.lines].join(eol) + (atEnd ? '' : eol);
    return [[{ from: node.from, to: node.to, insert }]];
  }
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
