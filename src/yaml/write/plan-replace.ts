import type { Path, YamlNode, YamlValue } from '../types.ts';
import { emitBlock, emitFlow } from './emit.ts';
import { afterLine, extentOf } from './extent.ts';
import { insertLines } from './insert-lines.ts';
import { columnOf, lineEnd, lineStart } from './lines.ts';
import { planScalar, type Candidate } from './plan-scalar.ts';
import type { YamlScalar } from './scalar.ts';
import { behindProperties, ownerOf, type Owner, type Target } from './target.ts';

const isScalar = (value: YamlValue): value is YamlScalar => typeof value !== 'object' || value === null;

/** Writes a whole value over what stands at a path. */
export function planReplace(
  target: Target,
  path: Path,
  node: YamlNode,
  value: YamlValue,
  inFlow: boolean,
): Candidate[] {
  const owner = ownerOf(target, path);
  if (node.kind === 'scalar' && isScalar(value)) return planScalar(target, node, value, owner, inFlow);
  const gap = node.from === node.to ? ' ' : '';
  const flow: Candidate = [{ from: node.from, to: node.to, insert: gap + emitFlow(value, target.style) }];
  if (inFlow || !owner) return [flow];
  const keepsFlow =
    node.kind !== 'scalar' &&
    node.kind !== 'alias' &&
    node.flow &&
    node.to > node.from + 2 &&
    !isScalar(value);
  const block =
    node.kind === 'scalar' || node.kind === 'alias' || node.flow
      ? overInline(target, node, owner, value)
      : overBlock(target, node, owner, value);
  return keepsFlow && flow[0] && flow[0].insert.length < 100 ? [flow, ...block] : [...block, flow];
}

/** The old value stands behind its key (or dash): it goes, the new one's lines come under that line. */
function overInline(target: Target, node: YamlNode, owner: Owner, value: YamlValue): Candidate[] {
  const { text, style } = target;
  const { head, lines } = emitBlock(value, columnOf(text, owner.begin), style);
  if (lines.length && text[owner.begin] === '-' && owner.behind === owner.begin + 1) return [];
  const behind = behindProperties(text, owner, node.from);
  const isAlone = /^[ \t]*$/.test(text.slice(behind, node.from));
  const from = isAlone ? behind : node.from;
  const old =
    node.to > node.from ? { from, to: node.to, insert: head } : { from: behind, to: behind, insert: head };
  if (!lines.length) return [[old]];
  const under = afterLine(text, node.to);
  return [[old, insertLines(text, under, lines)]];
}

/** The old value has lines of its own: they go, the new one's come in their place. */
function overBlock(target: Target, node: YamlNode, owner: Owner, value: YamlValue): Candidate[] {
  if (node.kind !== 'map' && node.kind !== 'list') return [];
  const { text, style } = target;
  const first = extentOf(target, node, 0);
  if (!first.ownLines) return [];
  const { head, lines } = emitBlock(value, columnOf(text, owner.begin), style);
  const behind = behindProperties(text, owner, node.from);
  const from = lineStart(text, node.from);
  const to = afterLine(text, node.to);
  const heads = head ? [{ from: behind, to: behind, insert: head }] : [];
  if (lines.length) {
    const atEnd = to >= text.length && !/[\r\n]$/.test(text);
    const inserted = insertLines(text.slice(0, to), from, lines).insert;
    return [[...heads, { from, to, insert: atEnd ? inserted.replace(/(?:\r\n|\r|\n)$/, '') : inserted }]];
  }
  const atEnd = to >= text.length && !/[\r\n]$/.test(text);
  const start = atEnd ? lineEnd(text, Math.max(0, from - (text[from - 2] === '\r' ? 2 : 1))) : from;
  return [[...heads, { from: Math.max(start, behind), to, insert: '' }]];
}
