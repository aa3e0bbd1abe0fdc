import type { MeshKey, MeshSettings, MeshView, Regexes, Resource } from '../istio/index.ts';
import { sameItems } from '../text/index.ts';
import type { Askers } from './askers.ts';
import { keepSame } from './equal.ts';
import { ANY_CALLER } from './ids.ts';
import type { TopologyEdge, TopologyNode } from './types.ts';

/** Traffic that a rule sends to a host, or a DestinationRule that waits for some: what a host's own part is made from. */
export interface Demand {
  /** The node of the host: a resource's id, or `Host/…` for what no file defines. */
  readonly node: string;
  /** The host asked for, resolved. */
  readonly host: string;
  readonly port: number | null;
  readonly subset: string | null;
  /** Whose traffic; empty where the host is only referred to. */
  readonly flows: readonly string[];
  /** Null for traffic proper; of a mirror its percentage. */
  readonly mirror: number | null;
  /** Why none of this traffic ever comes. */
  readonly inert?: string | undefined;
}

/** What one resource adds to the picture; its own node comes first. */
export interface Fragment {
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
  readonly demands: readonly Demand[];
}

/** The callers that a client's namespace has; more about them in `callers.ts`. */
export interface CallerNode {
  readonly id: string;
}

/** What a unit may ask. Everything it asks is noted, and it is made anew when an answer may have changed. */
export interface Scope {
  readonly view: MeshView;
  readonly settings: MeshSettings;
  /** The caller nodes whose apps call what stands in a namespace. */
  readonly callersIn: (namespace: string) => readonly CallerNode[];
  /** Whether the files tell which hosts there are: if not, what is missing may simply be left out. */
  readonly tellHosts: () => boolean;
  /** RE2; undefined until it is loaded, when less can be said of what no request reaches. */
  readonly regexes: () => Regexes | undefined;
}

/** A part of the picture made from one resource (or one host that no file defines), with what it was made from. */
export interface Unit {
  readonly id: string;
  readonly resource: Resource | null;
  /** What others ask of it. */
  readonly asked: readonly Demand[];
  /** Its own node; undefined where the resource has none. */
  readonly node: TopologyNode | undefined;
  /** Nodes that other units may draw too. */
  readonly sharedNodes: readonly TopologyNode[];
  /** Edges that start or end at its own node: nobody else draws those. */
  readonly edges: readonly TopologyEdge[];
  /** Edges that other units may draw too. */
  readonly sharedEdges: readonly TopologyEdge[];
  readonly demands: readonly Demand[];
  /** Whether "any app in the mesh" calls it. */
  readonly calledByAny: boolean;
}

export const EMPTY: Fragment = { nodes: [], edges: [], demands: [] };

const demandId = (demand: Demand): string =>
  [demand.node, demand.host, demand.port, demand.subset, demand.mirror, ...demand.flows].join(' ');

export const sameList = <T>(a: readonly T[], b: readonly T[]): boolean => sameItems(a, b);

/** Whether a unit as it was made before still holds; `touched` are those that asked what may have another answer now. */
export const holds = (
  unit: Unit,
  resource: Resource | null,
  asked: readonly Demand[],
  touched: ReadonlySet<string>,
): boolean =>
  (unit.resource === resource ||
    (unit.resource?.value === resource?.value && unit.resource?.stale === resource?.stale)) &&
  sameList(unit.asked, asked) &&
  !touched.has(unit.id);

/** What a unit is made with. */
export interface Making {
  readonly previous: Unit | undefined;
  readonly askers: Askers;
  readonly scope: (note: (key: MeshKey) => void) => Scope;
}

/** Makes a unit. Parts that come out the same as in the one before keep their identity. */
export function makeUnit(
  id: string,
  resource: Resource | null,
  asked: readonly Demand[],
  { previous, askers, scope }: Making,
  make: (scope: Scope) => Fragment,
): Unit {
  const made = make(scope((key) => askers.note(key, id)));
  const isOwn = (edge: TopologyEdge): boolean => edge.source === id || edge.target === id;
  const own = made.nodes[0];
  const nodeId = (node: TopologyNode): string => node.id;
  const edgeId = (edge: TopologyEdge): string => edge.id;
  return {
    id,
    resource,
    asked,
    node: own && keepSame([own], previous?.node ? [previous.node] : [], nodeId)[0],
    sharedNodes: keepSame(made.nodes.slice(1), previous?.sharedNodes ?? [], nodeId),
    edges: keepSame(made.edges.filter(isOwn), previous?.edges ?? [], edgeId),
    sharedEdges: keepSame(
      made.edges.filter((edge) => !isOwn(edge)),
      previous?.sharedEdges ?? [],
      edgeId,
    ),
    demands: keepSame(made.demands, previous?.demands ?? [], demandId),
    calledByAny: made.edges.some((edge) => edge.source === ANY_CALLER),
  };
}
