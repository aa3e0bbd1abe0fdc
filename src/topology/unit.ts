import type { MeshKey, MeshSettings, MeshView, Resource } from '../istio/index.ts';
import { keepSame } from './equal.ts';
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

/** What one resource adds to the picture. */
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
  /** Whether the files hold any Kubernetes Service: if not, what is missing may simply be left out. */
  readonly hasServices: () => boolean;
}

/** A part of the picture made from one resource (or one host that no file defines), with what it was made from. */
export interface Unit {
  readonly id: string;
  readonly resource: Resource | null;
  readonly demands: readonly Demand[];
  readonly keys: readonly MeshKey[];
  readonly fragment: Fragment;
}

export const EMPTY: Fragment = { nodes: [], edges: [], demands: [] };

const demandId = (demand: Demand): string =>
  [demand.node, demand.host, demand.port, demand.subset, demand.mirror, ...demand.flows].join(' ');

const sameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, n) => item === b[n]);

/** Whether a unit as it was made before still holds. */
function holds(
  unit: Unit,
  resource: Resource | null,
  demands: readonly Demand[],
  touched: ReadonlySet<MeshKey>,
): boolean {
  return (
    unit.resource?.value === resource?.value &&
    unit.resource?.stale === resource?.stale &&
    sameList(unit.demands, demands) &&
    !unit.keys.some((key) => touched.has(key))
  );
}

/**
 * Makes a unit, or gives back the one before if nothing it read has changed; `touched` null means that anything may
 * have. Parts of a remade unit that came out the same keep their identity.
 */
export function makeUnit(
  id: string,
  resource: Resource | null,
  demands: readonly Demand[],
  previous: { readonly unit: Unit | undefined; readonly touched: ReadonlySet<MeshKey> | null },
  scopeNoting: (note: (key: MeshKey) => void) => Scope,
  make: (scope: Scope) => Fragment,
): Unit {
  const { unit, touched } = previous;
  if (unit && touched && holds(unit, resource, demands, touched)) return unit;
  const keys = new Set<MeshKey>();
  const made = make(scopeNoting((key) => keys.add(key)));
  const fragment = unit
    ? {
        nodes: keepSame(made.nodes, unit.fragment.nodes, (node) => node.id),
        edges: keepSame(made.edges, unit.fragment.edges, (edge) => edge.id),
        demands: keepSame(made.demands, unit.fragment.demands, demandId),
      }
    : made;
  return { id, resource, demands, keys: [...keys], fragment };
}
