import type { EdgeKind, Mark, TopologyEdge, TopologyNode } from '../types.ts';

const TLS_WORDS: Record<string, string> = {
  SIMPLE: 'TLS',
  MUTUAL: 'mTLS',
  ISTIO_MUTUAL: 'Istio mTLS',
  DISABLE: 'plain text',
};

const KIND_WORDS: Record<EdgeKind, string> = {
  route: 'routes to',
  mirror: 'mirrors to',
  delegate: 'delegates to',
  gateway: 'lets in',
  policy: 'is governed by',
  selects: 'selects',
  resolves: 'resolves to',
};

export interface Pill {
  readonly words: string;
  readonly lock: boolean;
  /** What else happens on the way, as signs. */
  readonly marks: readonly Mark['kind'][];
}

/** What stands on an edge: how it is secured, and its share. Null for an edge that says nothing of the kind. */
export function pillOf(edge: TopologyEdge): Pill | null {
  const parts: string[] = [];
  if (edge.kind === 'mirror')
    parts.push(edge.percent === null ? 'mirror' : `mirror ${number(edge.percent)}%`);
  if (edge.count !== undefined) parts.push(`${edge.count} ways`);
  if (edge.kind === 'delegate') parts.push('delegate');
  const tls = edge.tls === null ? null : tlsWords(edge.tls);
  if (tls) parts.push(tls);
  const share = edge.weight === null ? [] : [`${number(edge.weight)}%`];
  // By itself a subset is told by where the edge goes on; a share is of something.
  if (share.length) parts.push([...(edge.subset === undefined ? [] : [edge.subset]), ...share].join(' '));
  const marks = (edge.marks ?? []).map(({ kind }) => kind);
  if (parts.length === 0 && marks.length === 0) return null;
  return { words: parts.join(' · '), lock: edge.tls !== null && edge.tls !== 'DISABLE', marks };
}

/** An edge in a sentence's words: `routes to reviews, 80%, TLS`. */
export function edgeWords(edge: TopologyEdge, target: string): string {
  const words = [`${KIND_WORDS[edge.kind]} ${target}`];
  if (edge.count !== undefined) words.push(`${edge.count} ways`);
  if (edge.percent !== null) words.push(`${number(edge.percent)}%`);
  if (edge.subset !== undefined) words.push(`subset ${edge.subset}`);
  if (edge.weight !== null) words.push(`weight ${number(edge.weight)}`);
  if (edge.tls !== null) words.push(tlsWords(edge.tls));
  for (const { kind, text } of edge.marks ?? []) words.push(`${kind} ${text}`);
  if (edge.dangling) words.push(edge.reason ?? danglingWords(edge));
  else if (edge.reason !== undefined) words.push(edge.reason);
  if (edge.inert !== undefined) words.push(edge.inert);
  return words.join(', ');
}

/** What may well be in the cluster is no mistake of the files. */
export function danglingWords({ missing }: Pick<TopologyNode, 'missing'>): string {
  return missing === 'unknown' ? 'not in these files' : 'not defined in these files';
}

function tlsWords(mode: string): string {
  return TLS_WORDS[mode] ?? mode;
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
