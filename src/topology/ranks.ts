import type { Topology, TopologyNode } from './types.ts';

/**
 * Where a node stands along the flow: its lane, with what is outside the mesh before and after all others, and
 * delegates after the VirtualServices that hand on to them. Lower comes first; ranks without nodes are skipped.
 */
const RANKS: Readonly<Record<TopologyNode['lane'], number>> = {
  caller: 1,
  gateway: 2,
  virtualservice: 3,
  host: 5,
  destinationrule: 6,
  endpoint: 7,
};
const OUTSIDE_BEFORE = 0;
const DELEGATE = 4;
const OUTSIDE_AFTER = 8;

/** The rank of every node, by id. */
export function ranksOf(topology: Topology): ReadonlyMap<string, number> {
  const delegates = new Set(
    topology.edges.filter((edge) => edge.kind === 'delegate').map((edge) => edge.target),
  );
  return new Map(
    topology.nodes.map((node) => {
      if (node.external) return [node.id, node.lane === 'caller' ? OUTSIDE_BEFORE : OUTSIDE_AFTER];
      if (node.lane === 'virtualservice' && delegates.has(node.id)) return [node.id, DELEGATE];
      return [node.id, RANKS[node.lane]];
    }),
  );
}

/** Whether a rank is of those that come before all hosts and what routes to them: callers and gateways. */
export const isFront = (rank: number): boolean => rank <= RANKS.gateway;

/** Whether a rank is of what is outside the mesh, behind all of it. */
export const isOutside = (rank: number): boolean => rank === OUTSIDE_AFTER;
