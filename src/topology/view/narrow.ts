import type { ResourceId } from '../../istio/index.ts';
import type { Topology, TopologyEdge, TopologyNode } from '../types.ts';
import type { ViewOptions } from './options.ts';
import { finder, wordsOf } from './search.ts';

/** The nodes that edges lead to from one, step by step, in one direction. */
function reached(
  from: string,
  edges: readonly TopologyEdge[],
  depth: number,
  [start, end]: readonly ['source' | 'target', 'source' | 'target'],
): ReadonlySet<string> {
  const all = new Set([from]);
  let last: ReadonlySet<string> = all;
  for (let step = 0; step < depth && last.size; step++) {
    const next = new Set<string>();
    for (const edge of edges) if (last.has(edge[start]) && !all.has(edge[end])) next.add(edge[end]);
    for (const node of next) all.add(node);
    last = next;
  }
  return all;
}

/** The nodes on the ways of the traffic that one node sends or takes, and what refers to it. */
export function neighbourhood(topology: Topology, node: string, depth: number): ReadonlySet<string> {
  const touches = (edge: TopologyEdge): boolean => edge.source === node || edge.target === node;
  const near = topology.edges.filter(touches);
  const flows = new Set(near.flatMap((edge) => edge.flows));
  const ways = topology.edges.filter((edge) =>
    edge.flows.length ? edge.flows.some((flow) => flows.has(flow)) : touches(edge),
  );
  return new Set([
    ...reached(node, ways, depth, ['source', 'target']),
    ...reached(node, ways, depth, ['target', 'source']),
  ]);
}

function inTrouble(topology: Topology, resources: ReadonlySet<ResourceId>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const node of topology.nodes) {
    if (node.dangling || (node.resource !== null && resources.has(node.resource))) found.add(node.id);
  }
  for (const edge of topology.edges) if (edge.dangling) found.add(edge.source).add(edge.target);
  return found;
}

/** The node in focus; undefined where there is no such node (any more). */
export const focused = (topology: Topology, { focus }: ViewOptions): string | undefined =>
  focus && topology.nodes.some((node) => node.id === focus.node) ? focus.node : undefined;

/** The nodes that focus, search and problems leave; null where none of them is asked for. */
export function narrowed(
  topology: Topology,
  options: ViewOptions,
  troubled: ReadonlySet<ResourceId>,
): ReadonlySet<string> | null {
  const words = wordsOf(options.query ?? '');
  const node = focused(topology, options);
  const tests: ((candidate: TopologyNode) => boolean)[] = [];
  if (node !== undefined) {
    const near = neighbourhood(topology, node, options.focus?.depth ?? Infinity);
    tests.push(({ id }) => near.has(id));
  }
  if (words.length) tests.push(finder(topology, words));
  if (options.onlyProblems) {
    const found = inTrouble(topology, troubled);
    tests.push(({ id }) => found.has(id));
  }
  if (!tests.length) return null;
  const left = topology.nodes.filter((one) => one.id === node || tests.every((passes) => passes(one)));
  return new Set(left.map(({ id }) => id));
}
