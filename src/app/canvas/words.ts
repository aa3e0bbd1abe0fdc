import { danglingWords, lookOf, type TopologyNode } from '../../topology/index.ts';
import { markWords, type ProblemMark } from '../../exchange/index.ts';

const ROW_WORDS: Record<string, readonly [string, string]> = {
  VirtualService: ['rule', 'rules'],
  DestinationRule: ['subset', 'subsets'],
  ServiceEntry: ['port', 'ports'],
  Service: ['port', 'ports'],
  Gateway: ['server', 'servers'],
};

/** What a node is called by people who do not see it: `VirtualService orders, 2 rules, 1 problem`. */
export function nodeWords(node: TopologyNode, mark: ProblemMark | null = null): string {
  const words = [`${node.resource === null ? lookOf(node.kind).words : node.kind} ${node.label}`];
  if (node.rows.length > 0) words.push(rowCountWords(node));
  if (node.detail && !node.dangling) words.push(node.detail);
  if (node.contents) words.push(contentsWords(node.contents));
  if (node.dangling) words.push(danglingWords(node));
  if (node.assumed) words.push('assumed to exist');
  if (node.stale) words.push('broken YAML, shown as it was last read');
  if (node.inert !== undefined) words.push(node.inert);
  if (mark) words.push(markWords(mark));
  return words.join(', ');
}

/** What a collapsed namespace holds: `2 Virtual Service · 1 Service`. */
export function contentsWords(contents: NonNullable<TopologyNode['contents']>): string {
  return contents.map(({ kind, count }) => `${count} ${lookOf(kind).words}`).join(' · ');
}

function rowCountWords(node: TopologyNode): string {
  const [one, many] = ROW_WORDS[node.kind] ?? ['row', 'rows'];
  return `${node.rows.length} ${node.rows.length === 1 ? one : many}`;
}

/** What is said of a rule while coverage is looked at. */
export const UNCOVERED = 'no expectation reaches it';

/** A row in words: `rule 1 of 2, /v2/data*, never reached: …, 1 problem`. */
export function rowWords(
  node: TopologyNode,
  rowId: string,
  mark: ProblemMark | null = null,
  uncovered = false,
): string {
  const index = node.rows.findIndex((row) => row.id === rowId);
  const row = node.rows[index];
  if (!row) return '';
  const [one] = ROW_WORDS[node.kind] ?? ['row'];
  const words = [`${one} ${index + 1} of ${node.rows.length}`, row.label];
  for (const { kind, text } of row.marks ?? []) words.push(`${kind} ${text}`);
  if (row.inert !== undefined) words.push(row.inert);
  if (uncovered) words.push(UNCOVERED);
  if (mark) words.push(markWords(mark));
  return words.join(', ');
}
