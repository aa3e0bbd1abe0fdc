import { hostsOf, type Mesh, type Resource, type ResourceId } from '../../istio/index.ts';
import { kindTitle } from '../metrics.ts';
import { meshBehind } from '../topology.ts';
import type { Topology, TopologyNode } from '../types.ts';

/** Something that was found. */
export interface Hit {
  readonly node: string;
  /** The row that was found; null for the node as a whole. */
  readonly row: string | null;
  /** What was found of it, where that is not its name: a host, a row, a policy. */
  readonly by: string | null;
  /** The policy that was found at it. */
  readonly policy?: ResourceId;
  /** Only its kind or namespace fits, or all that is known of it together. */
  readonly loose?: true;
}

/** What of a node can be found, in small letters. */
interface Findable {
  readonly label: string;
  readonly rows: readonly string[];
  readonly badges: readonly string[];
  readonly rest: string;
}

const findables = new WeakMap<TopologyNode, Findable>();

function findable(node: TopologyNode): Findable {
  const known = findables.get(node);
  if (known) return known;
  const made = {
    label: node.label.toLowerCase(),
    rows: node.rows.map((row) => row.label.toLowerCase()),
    badges: (node.badges ?? []).map(({ label }) => label.toLowerCase()),
    rest: [node.kind, kindTitle(node), node.namespace, node.detail ?? ''].join('\n').toLowerCase(),
  };
  findables.set(node, made);
  return made;
}

const hosts = new WeakMap<Resource, readonly string[]>();

/** The hosts that a node's resource defines or makes rules for. */
function hostsAt(node: TopologyNode, mesh: Mesh | undefined): readonly string[] {
  const resource = node.resource === null ? undefined : mesh?.byId.get(node.resource);
  if (!resource || !mesh) return [];
  let known = hosts.get(resource);
  if (!known) hosts.set(resource, (known = hostsOf(resource, mesh.settings)));
  return known;
}

/** The words of a search; none for an empty one. */
export const wordsOf = (query: string): readonly string[] => query.toLowerCase().split(/\s+/).filter(Boolean);

/** Says of nodes whether all the words are in what is known of them. */
export function finder(topology: Topology, words: readonly string[]): (node: TopologyNode) => boolean {
  const mesh = meshBehind(topology);
  return (node) => {
    const { label, rows, badges, rest } = findable(node);
    const texts = [label, rest, ...rows, ...badges, ...hostsAt(node, mesh)];
    return words.every((word) => texts.some((text) => text.includes(word)));
  };
}

/** How well something fits: by its name, its hosts, its policies, a row, or all that is known of it together. */
const TIERS = ['name', 'part of name', 'host', 'policy', 'row', 'all'] as const;

/**
 * What a search finds, the best first and else in the topology's order: nodes by name, host, policy, row, kind and
 * namespace. A node is found once.
 */
export function search(topology: Topology, query: string): readonly Hit[] {
  const words = wordsOf(query);
  if (!words.length) return [];
  const mesh = meshBehind(topology);
  const fits = (text: string): boolean => words.every((word) => text.includes(word));
  const isFound = finder(topology, words);
  const tiers = new Map(TIERS.map((tier) => [tier, [] as Hit[]]));
  for (const node of topology.nodes) {
    const { label, rows, badges } = findable(node);
    const put = (tier: (typeof TIERS)[number], hit: Partial<Hit> = {}): void =>
      void tiers.get(tier)?.push({ node: node.id, row: null, by: null, ...hit });
    const by = hostsAt(node, mesh).find(fits);
    const badge = node.badges?.[badges.findIndex(fits)];
    const row = node.rows[rows.findIndex(fits)];
    if (words[0] !== undefined && label.startsWith(words[0]) && fits(label)) put('name');
    else if (fits(label)) put('part of name');
    else if (by !== undefined) put('host', { by });
    else if (badge) put('policy', { by: badge.label, policy: badge.resource });
    else if (row) put('row', { by: row.label, row: row.id });
    else if (isFound(node)) put('all', { loose: true });
  }
  return TIERS.flatMap((tier) => tiers.get(tier) ?? []);
}
