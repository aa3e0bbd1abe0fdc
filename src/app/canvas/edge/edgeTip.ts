import {
  type PlacedTopology,
  type TopologyEdge,
  type TopologyNode,
  lookOf,
  edgeWords,
} from '../../../topology/index.ts';
import { formatPath } from '../../../yaml/index.ts';

/** Why an edge is there, in a few lines. */
export interface EdgeTip {
  /** `orders · /v2* → stock · 80 HTTP` */
  readonly ends: string;
  /** `Routes to stock, weight 80, TLS` */
  readonly words: string;
  /** `Virtual Service orders, spec.http[0].route[1].destination`; null where no file says it. */
  readonly by: string | null;
}

/** What there is to say of an edge between two of the picture's nodes; null where it is not drawn. */
export function edgeTip(
  { nodes, edges }: Pick<PlacedTopology, 'nodes' | 'edges'>,
  id: string,
): EdgeTip | null {
  const edge = edges.find((one) => one.id === id);
  const at = (node: string) => nodes.find((placed) => placed.node.id === node)?.node;
  const [source, target] = [edge && at(edge.source), edge && at(edge.target)];
  if (!edge || !source || !target) return null;
  const words = edgeWords(edge, target.label);
  return {
    ends: `${endWords(source, edge.sourceRow)} → ${endWords(target, edge.targetRow)}`,
    words: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
    by: origin(edge),
  };
}

function endWords(node: TopologyNode, row: string | null): string {
  const part = node.rows.find(({ id }) => id === row)?.label;
  return part === undefined ? node.label : `${node.label} · ${part}`;
}

function origin({ origin }: TopologyEdge): string | null {
  if (!origin) return null;
  const [kind = '', ...name] = origin.resource.split('/');
  return `${lookOf(kind).words} ${name.at(-1) ?? ''}, ${formatPath(origin.path)}`;
}
