import type { TextRange } from '../../text/index.ts';
import type { Path, YamlNode, YamlValue } from '../types.ts';
import { emitBlock, emitFlow, itemLines } from './emit.ts';
import { afterLine, extentOf } from './extent.ts';
import { insertLines } from './insert-lines.ts';
import { columnOf, eolAt, lineEnd, lineStart } from './lines.ts';
import { planScalar, type Candidate } from './plan-scalar.ts';
import type { YamlScalar } from './scalar.ts';
import { behindProperties, ownerOf, type Owner, type Target } from './target.ts';

const isScalar = (value: YamlValue): value is YamlScalar => typeof value !== 'object' || value === null;

/** Writes a whole value over what stands at a path. Anchors stay, and tags too unless the new value does not fit them. */
export function planReplace(
  target: Target,
  path: Path,
  node: YamlNode,
  value: YamlValue,
  inFlow: boolean,
): Candidate[] {
  const owner = ownerOf(target, path);
  const candidates = overValue(target, owner, node, value, inFlow);
  const tag = tagOf(target.text, owner, node);
  if (!tag) return candidates;
  const untagged = candidates.map((edits) => [{ ...tag, insert: '' }, ...edits]);
  // The parser only warns of `!!map` before text; others refuse it.
  return kindOf(value) === node.kind ? [...candidates, ...untagged] : untagged;
}

function kindOf(value: YamlValue): YamlNode['kind'] {
  return isScalar(value) ? 'scalar' : Array.isArray(value) ? 'list' : 'map';
}

const TAG = /[ \t]*![^\s,[\]{}]*(?=(?:[ \t]*&[^\s,[\]{}]*)?(?:\s|#[^\n]*(?:\n|$))*$)/;

/** The tag in front of a value, with the blanks before it. */
function tagOf(text: string, owner: Owner | undefined, node: YamlNode): TextRange | undefined {
  const floor = owner?.behind ?? Math.max(0, node.from - 200);
  const tag = TAG.exec(text.slice(floor, node.from));
  return tag ? { from: floor + tag.index, to: floor + tag.index + tag[0].length } : undefined;
}

function overValue(
  target: Target,
  owner: Owner | undefined,
  node: YamlNode,
  value: YamlValue,
  inFlow: boolean,
): Candidate[] {
  if (node.kind === 'scalar' && isScalar(value)) return planScalar(target, node, value, owner, inFlow);
  const gap = owner?.bare ? ': ' : node.from === node.to ? ' ' : '';
  const flow: Candidate = [{ from: node.from, to: node.to, insert: gap + emitFlow(value, target.style) }];
  if (inFlow || !owner) return [flow];
  const keepsFlow =
    node.kind !== 'scalar' &&
    node.kind !== 'alias' &&
    node.flow &&
    node.to > node.from + 2 &&
    !isScalar(value);
  const isInline = node.kind === 'scalar' || node.kind === 'alias' || node.flow;
  const block = waysToWrite(target, owner, value).map((written) =>
    isInline ? overInline(target, node, owner, written) : overBlock(target, node, owner, written),
  );
  return keepsFlow && flow[0] && flow[0].insert.length < 100 ? [flow, ...block] : [...block, flow];
}

/** What comes behind the key or dash on its line, and the lines under it. */
interface Written {
  readonly head: string;
  readonly lines: readonly string[];
}

/** As a block, and on one line where that cannot be. */
function waysToWrite({ text, style }: Target, owner: Owner, value: YamlValue): Written[] {
  const column = columnOf(text, owner.begin);
  const oneLine = { head: ` ${emitFlow(value, style)}`, lines: [] };
  if (text[owner.begin] !== '-' || owner.behind !== owner.begin + 1)
    return [emitBlock(value, column, style), oneLine];
  const [first = '', ...lines] = itemLines(value, column, style);
  return [{ head: first.slice(column + 1), lines }, oneLine];
}

/** The old value stands behind its key (or dash): it goes, the new one's lines come under that line. */
function overInline({ text }: Target, node: YamlNode, owner: Owner, { head, lines }: Written): Candidate {
  const behind = behindProperties(text, owner, node.from);
  const isAlone = /^[ \t]*$/.test(text.slice(behind, node.from));
  const from = isAlone ? behind : node.from;
  const old =
    node.to > node.from ? { from, to: node.to, insert: head } : { from: behind, to: behind, insert: head };
  const under = afterLine(text, node.to);
  const isBlockScalar = under === node.to && /[|>]/.test(text[node.from] ?? '');
  if (!isBlockScalar && !lines.length) return [old];
  if (!isBlockScalar) return [old, insertLines(text, under, lines)];
  const comment = /[ \t]+#.*$/.exec(text.slice(node.from, lineEnd(text, node.from)))?.[0] ?? '';
  const eol = eolAt(text, node.from);
  return [{ ...old, insert: head + comment + lines.map((line) => eol + line).join('') + eol }];
}

/** The old value has lines of its own: they go, the new one's come in their place. */
function overBlock(target: Target, node: YamlNode, owner: Owner, { head, lines }: Written): Candidate {
  if (node.kind !== 'map' && node.kind !== 'list') return [];
  const { text } = target;
  const behind = behindProperties(text, owner, node.from);
  if (!extentOf(target, node, 0).ownLines) {
    const eol = eolAt(text, node.from);
    const last = /[\r\n]$/.test(text.slice(node.from, node.to)) ? eol : '';
    return [{ from: behind, to: node.to, insert: [head, ...lines].join(eol) + last }];
  }
  const from = lineStart(text, node.from);
  const to = afterLine(text, node.to);
  const heads = head ? [{ from: behind, to: behind, insert: head }] : [];
  if (lines.length) {
    const atEnd = to >= text.length && !/[\r\n]$/.test(text);
    const inserted = insertLines(text.slice(0, to), from, lines).insert;
    return [...heads, { from, to, insert: atEnd ? inserted.replace(/(?:\r\n|\r|\n)$/, '') : inserted }];
  }
  const atEnd = to >= text.length && !/[\r\n]$/.test(text);
  const start = atEnd ? lineEnd(text, Math.max(0, from - (text[from - 2] === '\r' ? 2 : 1))) : from;
  return [...heads, { from: Math.max(start, behind), to, insert: '' }];
}
