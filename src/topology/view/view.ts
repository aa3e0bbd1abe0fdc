import type { ResourceId } from '../../istio/index.ts';
import { keepSame } from '../equal.ts';
import type { Topology, TopologyEdge, TopologyNode } from '../types.ts';
import { collapse, groupsOf, NO_GROUPS } from './collapse.ts';
import { edgesPast } from './hide.ts';
import { focused, narrowed } from './narrow.ts';
import { CROWD, isPartial, type ViewOptions } from './options.ts';
import { brought, type Shape } from './small-change.ts';

/** What a view was made from, what of it is hidden, and which of its nodes stand for others. */
interface Made extends Shape {
  readonly source: Topology;
  readonly options: ViewOptions;
  readonly troubled: ReadonlySet<ResourceId>;
  /** Focus, search or problems have a say, which may ask anything of what nodes say. */
  readonly narrowed: boolean;
}
const views = new WeakMap<Topology, Made>();

function narrow(topology: Topology, left: ReadonlySet<string>): Topology {
  return {
    nodes: topology.nodes.filter((node) => left.has(node.id)),
    edges: topology.edges.filter((edge) => left.has(edge.source) && left.has(edge.target)),
  };
}

const NOBODY: ReadonlySet<ResourceId> = new Set();

const NOTHING: ReadonlySet<string> = new Set();
const NOTHING_HIDDEN = { hidden: NOTHING, into: NOTHING, outOf: NOTHING };

function hide(
  topology: Topology,
  options: ViewOptions,
): { readonly topology: Topology } & Pick<Shape, 'hidden' | 'into' | 'outOf'> {
  if (!options.hiddenKinds.length && !options.hiddenNamespaces.length) return { topology, ...NOTHING_HIDDEN };
  const kinds = new Set(options.hiddenKinds);
  const inside = groupsOf(topology, new Set(options.hiddenNamespaces)).groups;
  const but = focused(topology, options);
  const goes = ({ id, kind }: TopologyNode): boolean => id !== but && (kinds.has(kind) || inside.has(id));
  const hidden = new Set(topology.nodes.filter(goes).map(({ id }) => id));
  if (!hidden.size) return { topology, ...NOTHING_HIDDEN };
  const nodes = topology.nodes.filter(({ id }) => !hidden.has(id));
  const { edges, into, outOf } = edgesPast(topology.edges, hidden);
  return { topology: { nodes, edges }, hidden, into, outOf };
}

/**
 * What of a topology is drawn: the resources that focus, search and problems leave, without hidden kinds, each collapsed
 * namespace as one node. What a person looks for is never collapsed, unless it is a crowd itself. `troubled` are the
 * resources that have problems. Nodes and edges that are as they were are the same objects, those of the topology or of
 * `previous`; where nothing is left out, the topology itself is its view.
 */
export function viewOf(
  topology: Topology,
  options: ViewOptions,
  previous?: Topology,
  troubled: ReadonlySet<ResourceId> = NOBODY,
): Topology {
  const before = previous && views.get(previous);
  if (
    previous &&
    before?.source === topology &&
    before.options === options &&
    (before.troubled === troubled || !options.onlyProblems)
  )
    return previous;
  const sameQuestion =
    before?.options === options && isPartial(options) && !before.narrowed && !options.onlyProblems;
  const now =
    previous && sameQuestion ? brought(topology, options, before.source, previous, before) : undefined;
  if (before && now) {
    views.set(now.view, { ...before, ...now.shape, source: topology });
    return now.view;
  }
  const left = narrowed(topology, options, troubled);
  const found = left ? narrow(topology, left) : topology;
  const { topology: seen, ...hidden } = hide(found, options);
  const asked = options.collapsedNamespaces.length > 0 && (!left || seen.nodes.length > CROWD);
  const made = asked ? collapse(seen, options.collapsedNamespaces) : { topology: seen, grouping: NO_GROUPS };
  const view = made.topology === topology ? topology : kept(made.topology, previous);
  const shape: Shape = { ...hidden, ...made.grouping };
  views.set(view, { ...shape, source: topology, options, troubled, narrowed: left !== null });
  return view;
}

function kept(view: Topology, previous: Topology | undefined): Topology {
  if (!previous) return view;
  const nodes = keepSame<TopologyNode>(view.nodes, previous.nodes, (node) => node.id);
  const edges = keepSame<TopologyEdge>(view.edges, previous.edges, (edge) => edge.id);
  return nodes === previous.nodes && edges === previous.edges ? previous : { nodes, edges };
}

/**
 * The node of a view that stands for a node of the topology: itself where it is drawn, else its collapsed namespace;
 * undefined where it is left out.
 */
export function drawnAs(view: Topology, node: string): string | undefined {
  const group = views.get(view)?.groups.get(node);
  return group ?? (idsOf(view).has(node) ? node : undefined);
}

const ids = new WeakMap<Topology, ReadonlySet<string>>();

function idsOf(view: Topology): ReadonlySet<string> {
  let known = ids.get(view);
  if (!known) ids.set(view, (known = new Set(view.nodes.map(({ id }) => id))));
  return known;
}
