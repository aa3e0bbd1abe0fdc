import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Pair } from 'yaml';
import { readDocument } from './read.ts';
import { createRecent } from './recent.ts';
import type { YamlEntry, YamlListNode, YamlMapNode, YamlNode } from './types.ts';

const TO_COLON = /(?:[ \t\r\n]+(?:#[^\n]*)?)*:/y;
const PROPERTIES = /(?:[ \t]+[&!][^\s,[\]{}]*)*/y;

/** Behind the colon of the key that ends at `keyEnd`; undefined where it has none, as in `{a, b: 1}`. */
export function behindColon(text: string, keyEnd: number): number | undefined {
  TO_COLON.lastIndex = keyEnd;
  return TO_COLON.test(text) ? TO_COLON.lastIndex : undefined;
}

/** Where the value of a key would stand, were one written: behind its colon, and behind the anchor and tag there. */
function placeOfEmpty(text: string, keyEnd: number): number {
  const colon = behindColon(text, keyEnd);
  if (colon === undefined) return keyEnd;
  PROPERTIES.lastIndex = colon;
  return PROPERTIES.test(text) ? PROPERTIES.lastIndex : colon;
}

function emptyAt(at: number): YamlNode {
  return { kind: 'scalar', value: null, from: at, to: at, flow: false };
}

/** Scalars are text, numbers and booleans, but for those that a tag made something else (`!!binary`, `!!timestamp`). */
function scalarText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function keyText(key: Node | null): string {
  if (key === null) return '';
  // A key that is a list or a map has no name but its text, in data as here.
  if (!isScalar(key)) return String(key);
  if (typeof key.value === 'symbol') return '<<';
  return key.value === null ? '' : scalarText(key.value);
}

function entryOf(text: string, pair: Pair): YamlEntry {
  const key = pair.key as Node | null;
  const [from = 0, keyEnd = 0] = key?.range ?? [];
  const node = pair.value as Node | null;
  const isWritten = node?.range && (node.range[1] > node.range[0] || isAlias(node));
  const value = isWritten ? nodeOf(text, node) : emptyAt(placeOfEmpty(text, keyEnd));
  return {
    key: keyText(key),
    keyRange: { from, to: keyEnd },
    range: { from, to: Math.max(keyEnd, value.to) },
    value,
  };
}

/** A block collection ends with its last child: the parser's own range may reach into the next sibling's line. */
function endOf(
  node: { flow?: boolean; range?: [number, number, number] | null },
  lastChild: number | undefined,
): number {
  const own = node.range?.[1] ?? 0;
  return node.flow || lastChild === undefined ? own : lastChild;
}

/** The items of a list. One without a value stands behind its dash, not where the parser looked for it. */
function itemsOf(text: string, items: readonly Node[], from: number): YamlNode[] {
  let at = from;
  return items.map((item) => {
    const [start = at, end = at] = item.range ?? [];
    const isEmpty = isScalar(item) && end === start;
    const placed = isEmpty ? emptyAt(behindDash(text, at)) : nodeOf(text, item);
    at = placed.to;
    return placed;
  });
}

/** Behind the next dash, over blanks and comments. */
function behindDash(text: string, from: number): number {
  return from + (/^(?:\s|#[^\r\n]*)*-/.exec(text.slice(from))?.[0].length ?? 0);
}

function nodeOf(text: string, node: Node): YamlNode {
  const from = node.range?.[0] ?? 0;
  const anchor = 'anchor' in node && node.anchor ? { anchor: node.anchor } : {};
  if (isAlias(node))
    return { kind: 'alias', target: node.source, from, to: node.range?.[1] ?? from, flow: false };
  if (isMap(node)) {
    const entries = node.items.map((pair) => entryOf(text, pair));
    const map: YamlMapNode = {
      kind: 'map',
      entries,
      from,
      to: endOf(node, entries.at(-1)?.range.to),
      flow: node.flow === true,
      ...anchor,
    };
    return map;
  }
  if (isSeq(node)) {
    const items = itemsOf(text, node.items as Node[], from);
    const list: YamlListNode = {
      kind: 'list',
      items,
      from,
      to: endOf(node, items.at(-1)?.to),
      flow: node.flow === true,
      ...anchor,
    };
    return list;
  }
  const value = isScalar(node) ? node.value : null;
  const plain =
    value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string'
      ? value
      : scalarText(value);
  return { kind: 'scalar', value: plain, from, to: node.range?.[1] ?? from, flow: false, ...anchor };
}

/** The placed tree of a parser's document; undefined where it has no content. */
export function treeOf(text: string, document: Document.Parsed): YamlNode | undefined {
  return document.contents ? nodeOf(text, document.contents) : undefined;
}

const recent = createRecent<YamlNode | undefined>();

/**
 * The tree of a document's text with its places, or undefined for one without content. Broken text gives what could be read.
 * The last few are remembered.
 */
export function locate(text: string): YamlNode | undefined {
  const known = recent.get(text);
  if (known) return known.value;
  let tree: YamlNode | undefined;
  try {
    tree = treeOf(text, readDocument(text));
  } catch {
    // Nested too deeply to walk: said by `parseDocument`; here there are just no places.
  }
  recent.set(text, tree);
  return tree;
}

/** Keeps a tree that was made while reading, so that asking for it soon is free. */
export const rememberTree = (text: string, tree: YamlNode | undefined): void => recent.set(text, tree);
