import { isExpectationsFile, isScenarioFile, isSettingsFile } from '../istio/index.ts';
import type { TextRange } from '../text/index.ts';
import type { LanguageContext } from './context.ts';
import { documentsOf, treeOf } from './document.ts';
import { textUnder, type LooseEntry, type LooseItem, type LooseNode } from './loose/index.ts';
import { resourceAround } from './place.ts';

/** One line of a file's outline. Ranges are 0-based in the file. */
export interface OutlineSymbol {
  readonly name: string;
  /** A resource's kind, or the first words of a value. */
  readonly detail: string;
  readonly kind: 'resource' | 'field' | 'item';
  readonly range: TextRange;
  /** What is selected when it is chosen. */
  readonly nameRange: TextRange;
  readonly children: readonly OutlineSymbol[];
}

/** Levels below a resource; deeper ones are seldom what a person looks for, and many. */
const DEPTH = 4;

/** The outline of a file: its resources, with the parts of their specs. Broken documents are in it as far as they read. */
export function symbols(context: LanguageContext, file: string): readonly OutlineSymbol[] {
  return documentsOf(context, file).flatMap(({ text, from }) => {
    const root = treeOf(text);
    if (root?.kind !== 'map') return [];
    if (isExpectationsFile(file)) return expectationSymbols(root, from);
    if (isScenarioFile(file) || (isSettingsFile(file) && textUnder(root, ['kind']) === undefined))
      return root.entries.map((entry) => entrySymbol(entry, from, 0));
    const items = root.entries.find(({ key }) => key === 'items')?.value;
    const isList = (textUnder(root, ['kind']) ?? '').endsWith('List') && items?.kind === 'list';
    return isList
      ? items.items.flatMap((item) => resourceSymbol(item.value, from, file))
      : resourceSymbol(root, from, file);
  });
}

/** Of a file of expectations, the expectations; of what else stands there, its keys. */
const expectationSymbols = (root: LooseNode & { kind: 'map' }, shift: number): readonly OutlineSymbol[] =>
  root.entries.flatMap((entry) =>
    entry.key === 'expectations' && entry.value?.kind === 'list'
      ? childrenOf(entry.value, shift, 1)
      : [entrySymbol(entry, shift, 1)],
  );

function resourceSymbol(node: LooseNode | null, shift: number, file: string): OutlineSymbol[] {
  if (node?.kind !== 'map') return [];
  const { kind, name, namespace } = resourceAround(node, [], file);
  const first = node.entries[0];
  const title = name || kind || (first?.key ?? '');
  if (title === '') return [];
  const range = { from: node.from + shift, to: node.to + shift };
  const parts = node.entries.filter(({ key }) => !['apiVersion', 'kind', 'status'].includes(key));
  return [
    {
      name: title,
      detail: [kind, namespace].filter(Boolean).join(' · '),
      kind: 'resource',
      range,
      nameRange: { from: range.from, to: Math.min(range.to, (first?.keyTo ?? node.from) + shift) },
      children: parts.map((entry) => entrySymbol(entry, shift, 1)),
    },
  ];
}

function entrySymbol(entry: LooseEntry, shift: number, depth: number): OutlineSymbol {
  return {
    name: entry.key || '…',
    detail: scalarOf(entry.value),
    kind: 'field',
    range: { from: entry.from + shift, to: Math.max(entry.to, entry.keyTo) + shift },
    nameRange: { from: entry.from + shift, to: entry.keyTo + shift },
    children: childrenOf(entry.value, shift, depth),
  };
}

function childrenOf(node: LooseNode | null, shift: number, depth: number): OutlineSymbol[] {
  if (depth >= DEPTH || node === null) return [];
  if (node.kind === 'map') return node.entries.map((entry) => entrySymbol(entry, shift, depth + 1));
  if (node.kind === 'scalar') return [];
  return node.items.map((item, index) => ({
    name: titleOf(item) ?? `[${index}]`,
    detail: '',
    kind: 'item',
    range: { from: item.from + shift, to: Math.max(item.to, item.from) + shift },
    nameRange: { from: item.from + shift, to: item.from + shift },
    children: childrenOf(item.value, shift, depth + 1),
  }));
}

const scalarOf = (node: LooseNode | null): string =>
  node?.kind === 'scalar' && node.style !== 'block' ? node.text.slice(0, 60) : '';

/** A list item goes by its name, its host, its number, or the value that it is. */
function titleOf(item: LooseItem): string | undefined {
  if (item.value?.kind === 'scalar') return scalarOf(item.value) || undefined;
  for (const path of [
    ['name'],
    ['destination', 'host'],
    ['host'],
    ['number'],
    ['port', 'number'],
    ['issuer'],
  ]) {
    const text = textUnder(item.value, path);
    if (text) return text;
  }
  return undefined;
}
