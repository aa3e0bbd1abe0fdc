import type { Topology, TopologyNode } from '../types.ts';

/** What of a topology to draw. The empty options draw all of it. */
export interface ViewOptions {
  /** Kinds of nodes that are left out; traffic through them is drawn as if they were not there. */
  readonly hiddenKinds: readonly string[];
  /** Namespaces that are left out, with what hangs on them alone; traffic through them goes straight on. */
  readonly hiddenNamespaces: readonly string[];
  /** Namespaces that are drawn as one node each. */
  readonly collapsedNamespaces: readonly string[];
  /** Only the ways of the traffic of one node, up and down, at most `depth` steps far; without `depth` the whole ways. */
  readonly focus?: { readonly node: string; readonly depth?: number } | undefined;
  /** Only nodes that hold all of these words, in name, kind, namespace, hosts, policies or rows. */
  readonly query?: string | undefined;
  /** Only resources that have problems, and whatever dangles. */
  readonly onlyProblems?: boolean | undefined;
}

export const WHOLE_VIEW: ViewOptions = { hiddenKinds: [], hiddenNamespaces: [], collapsedNamespaces: [] };

/** Whether a view leaves something of the mesh out, or draws it as a part of something else. */
export const isPartial = (view: ViewOptions): boolean =>
  view.hiddenKinds.length > 0 ||
  view.hiddenNamespaces.length > 0 ||
  view.collapsedNamespaces.length > 0 ||
  view.focus !== undefined ||
  Boolean(view.query) ||
  view.onlyProblems === true;

/** More nodes than this are a crowd: nobody reads them at once. */
export const CROWD = 300;

/** The namespaces of a topology, by name, with their numbers of nodes; what stands in none is left out. */
export function namespacesIn({ nodes }: Topology): ReadonlyMap<string, number> {
  return counted(nodes, (node) => node.namespace);
}

/** The kinds of a topology's nodes, by name, with their numbers. */
export function kindsIn({ nodes }: Topology): ReadonlyMap<string, number> {
  return counted(nodes, (node) => node.kind);
}

function counted(
  nodes: readonly TopologyNode[],
  of: (node: TopologyNode) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const node of nodes) {
    const name = of(node);
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** With more namespaces than this, one caller that sends to nearly all of them hides what they send to each other. */
const SPOKES = 6;

/** How a topology is best looked at first: of a crowd in several namespaces, these alone. */
export function startingView(topology: Topology): ViewOptions {
  if (topology.nodes.length <= CROWD) return WHOLE_VIEW;
  const collapsedNamespaces = [...namespacesIn(topology).keys()];
  if (collapsedNamespaces.length < 2) return WHOLE_VIEW;
  const hiddenKinds = collapsedNamespaces.length > SPOKES ? ['Caller'] : [];
  return { ...WHOLE_VIEW, hiddenKinds, collapsedNamespaces };
}
