import type { Topology, TopologyEdge } from './types.ts';

/** The name of a row's traffic in `flows`. Ids of nodes hold no blank. */
export const flowId = (node: string, row: string): string => `${node} ${row}`;

/** What lights up together. Rows are named by `flowId`. */
export interface TopologyPath {
  readonly nodes: ReadonlySet<string>;
  readonly rows: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

function touches(edge: TopologyEdge, node: string, row: string | undefined): boolean {
  if (row === undefined) return edge.source === node || edge.target === node;
  return (edge.source === node && edge.sourceRow === row) || (edge.target === node && edge.targetRow === row);
}

/**
 * The whole way, up and down, of the traffic that a row sends or takes; of a node's whole traffic where no row is
 * given. Edges that only refer, and carry no traffic, light with the node or row they touch.
 */
export function pathOf(topology: Topology, node: string, row?: string): TopologyPath {
  const near = topology.edges.filter((edge) => touches(edge, node, row));
  const own = row === undefined ? undefined : flowId(node, row);
  const isFlow = own !== undefined && topology.edges.some((edge) => edge.flows.includes(own));
  const flows = new Set(isFlow ? [own] : near.flatMap((edge) => edge.flows));

  const lit = new Set(topology.edges.filter((edge) => edge.flows.some((flow) => flows.has(flow))));
  near.filter((edge) => edge.flows.length === 0).forEach((edge) => lit.add(edge));

  const nodes = new Set([node]);
  const rows = new Set(own === undefined ? [] : [own]);
  for (const edge of lit) {
    nodes.add(edge.source).add(edge.target);
    if (edge.sourceRow !== null) rows.add(flowId(edge.source, edge.sourceRow));
    if (edge.targetRow !== null) rows.add(flowId(edge.target, edge.targetRow));
  }
  return { nodes, rows, edges: new Set([...lit].map((edge) => edge.id)) };
}
