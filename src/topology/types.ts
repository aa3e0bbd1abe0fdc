import type { ResourceId } from '../istio/index.ts';
import type { Path } from '../yaml/index.ts';

/** The lanes, in the order that a request takes them. */
export const LANES = ['caller', 'gateway', 'virtualservice', 'host', 'destinationrule', 'endpoint'] as const;
export type Lane = (typeof LANES)[number];

/**
 * Of what dangles: `unknown` where it may well exist in the cluster, because the files hold nothing of its kind;
 * `missing` where they hold such things, and this is not among them: then it looks like a mistake.
 */
export type Missing = 'unknown' | 'missing';

export type EdgeKind = 'route' | 'mirror' | 'delegate' | 'gateway' | 'policy' | 'selects' | 'resolves';

/** A line inside a node: a route rule, a subset, a port. `path` is where it stands in the resource. */
export interface NodeRow {
  readonly id: string;
  readonly label: string;
  readonly path: Path;
  /** Signs beside the label: a rewrite, a timeout, a fault. */
  readonly marks?: readonly Mark[];
  /** What traffic never reaches, with the reason. */
  readonly inert?: string;
}

/** A sign on a row or an edge. `text` is a few words (`5s`, `10 % abort 503`); the kind says what about. */
export interface Mark {
  readonly kind:
    'fault' | 'timeout' | 'retries' | 'rewrite' | 'redirect' | 'direct-response' | 'headers' | 'cors';
  readonly text: string;
}

/** A policy that applies to what a node stands for, drawn as a badge. */
export interface NodeBadge {
  readonly kind: string;
  readonly label: string;
  readonly resource: ResourceId;
}

export interface TopologyNode {
  readonly id: string;
  /** A resource kind, or `Caller`, `Host` (named, defined by no file), `ExternalHost`, `Workload`, `Mirror`, `Namespace` (collapsed). */
  readonly kind: string;
  readonly lane: Lane;
  readonly label: string;
  /** The resource drawn here; null for what no file defines. */
  readonly resource: ResourceId | null;
  /** Of a node that is no resource: where a file speaks of it; its rows' paths stand in that resource too. */
  readonly origin?: { readonly resource: ResourceId; readonly path: Path };
  readonly namespace: string;
  readonly rows: readonly NodeRow[];
  /** A few words beside the kind: `80 HTTP → 443`, `TLS · 30 conns`. */
  readonly detail?: string;
  /** Named, but defined nowhere in the files. */
  readonly dangling?: boolean;
  readonly missing?: Missing;
  /** No file holds it: the workspace's settings file says that the cluster has it. */
  readonly assumed?: boolean;
  /** The document is broken; this is how it last looked. */
  readonly stale?: boolean;
  /** Outside the mesh boundary. */
  readonly external?: boolean;
  /** What applies to it without being on the way. */
  readonly badges?: readonly NodeBadge[];
  /** Traffic never comes here, with the reason. */
  readonly inert?: string;
  /** Of a collapsed namespace: what it holds, by kind, in the order of lanes. */
  readonly contents?: readonly { readonly kind: string; readonly count: number }[];
}

export interface TopologyEdge {
  readonly id: string;
  readonly source: string;
  readonly sourceRow: string | null;
  readonly target: string;
  readonly targetRow: string | null;
  readonly kind: EdgeKind;
  /** The share of a rule's traffic as written; null where none is written. */
  readonly weight: number | null;
  /** A mirror's percentage; null for other edges. */
  readonly percent: number | null;
  /** The TLS mode of the way there (`SIMPLE` …), or null. */
  readonly tls: string | null;
  readonly dangling: boolean;
  readonly missing?: Missing;
  /** The subset of the target that a rule asks for. */
  readonly subset?: string;
  /** Why it is dangling, or what is odd about it, in a sentence. */
  readonly reason?: string;
  /** No traffic comes this way, with the reason. */
  readonly inert?: string;
  readonly marks?: readonly Mark[];
  /** The rows whose traffic takes this edge, as `flowId(node id, row id)`: selecting one lights exactly its way. */
  readonly flows: readonly string[];
  /** How many edges are drawn as this one, where a view joins some. */
  readonly count?: number;
  /** The resource and path that say so; selecting the edge selects them. */
  readonly origin: { readonly resource: ResourceId; readonly path: Path } | null;
}

export interface Topology {
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
}

export type Flow = 'down' | 'right';

export interface PlacedNode {
  readonly node: TopologyNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where an edge may start or end on a node, relative to the node's top left corner. */
export interface NodeHandle {
  /** `in`, `out`, or `in:` / `out:` and a row's id; an edge's ends give it with `handleOf`. */
  readonly id: string;
  readonly type: 'source' | 'target';
  readonly x: number;
  readonly y: number;
  readonly position: 'top' | 'bottom' | 'left' | 'right';
  /** How long the part of that side is that belongs to it. */
  readonly length: number;
}

export interface PlacedTopology {
  readonly flow: Flow;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly TopologyEdge[];
  /** The mesh boundary, around all but external nodes; null without nodes inside. */
  readonly boundary: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  } | null;
}
