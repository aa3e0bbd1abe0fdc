import type { EdgeKind, Missing, TopologyEdge } from './types.ts';

/** An end of an edge: a node, and a row of it or null for the whole node. */
export interface End {
  readonly node: string;
  readonly row: string | null;
}

export interface EdgeDraft {
  readonly kind: EdgeKind;
  readonly from: End;
  readonly to: End;
  /** Tells edges between the same ends apart: which destination of a rule, which TLS mode. */
  readonly mark?: string;
  readonly weight?: number | null;
  readonly percent?: number | null;
  readonly tls?: string | null;
  /** Makes it dangle. */
  readonly missing?: Missing | undefined;
  readonly subset?: string | null;
  readonly reason?: string | undefined;
  readonly inert?: string | undefined;
  readonly marks?: TopologyEdge['marks'] | undefined;
  readonly flows: readonly string[];
  readonly origin: TopologyEdge['origin'];
}

const endText = ({ node, row }: End): string => (row === null ? node : `${node}#${row}`);

/** `from#row>to#row`, and `:mark` where several edges join the same ends. */
export const edgeId = ({ from, to, mark }: Pick<EdgeDraft, 'from' | 'to' | 'mark'>): string =>
  `${endText(from)}>${endText(to)}${mark ? `:${mark}` : ''}`;

function finish(draft: EdgeDraft): TopologyEdge {
  return {
    id: edgeId(draft),
    source: draft.from.node,
    sourceRow: draft.from.row,
    target: draft.to.node,
    targetRow: draft.to.row,
    kind: draft.kind,
    weight: draft.weight ?? null,
    percent: draft.percent ?? null,
    tls: draft.tls ?? null,
    dangling: draft.missing !== undefined,
    ...(draft.missing === undefined ? {} : { missing: draft.missing }),
    ...(draft.subset ? { subset: draft.subset } : {}),
    ...(draft.reason === undefined ? {} : { reason: draft.reason }),
    ...(draft.inert === undefined ? {} : { inert: draft.inert }),
    ...(draft.marks?.length ? { marks: draft.marks } : {}),
    flows: draft.flows,
    origin: draft.origin,
  };
}

/** Of two that dangle, the one that looks like a mistake counts. */
export const worseMissing = (a: Missing | undefined, b: Missing | undefined): Missing | undefined =>
  a === 'missing' || b === 'missing' ? 'missing' : (a ?? b);

/** One edge of two that share their id: the traffic of both takes it, and it says what both agree on. */
export function mergeEdges(a: TopologyEdge, b: TopologyEdge): TopologyEdge {
  const { inert, missing: _, subset, ...rest } = a;
  const missing = worseMissing(a.missing, b.missing);
  return {
    ...rest,
    ...(missing === undefined ? {} : { missing }),
    ...(subset !== undefined && subset === b.subset ? { subset } : {}),
    percent: a.percent === b.percent ? a.percent : null,
    weight: a.weight === b.weight ? a.weight : null,
    dangling: a.dangling || b.dangling,
    // What some traffic takes is not inert.
    ...(inert !== undefined && b.inert !== undefined ? { inert } : {}),
    flows: [...new Set([...a.flows, ...b.flows])],
  };
}

/** Edges in the making; those between the same ends with the same mark become one. */
export interface EdgeSet {
  readonly add: (draft: EdgeDraft) => void;
  readonly put: (edge: TopologyEdge) => void;
  readonly edges: () => readonly TopologyEdge[];
}

export function edgeSet(): EdgeSet {
  const edges = new Map<string, TopologyEdge>();
  const put = (edge: TopologyEdge): void => {
    const known = edges.get(edge.id);
    edges.set(edge.id, known ? mergeEdges(known, edge) : edge);
  };
  return { put, add: (draft) => put(finish(draft)), edges: () => [...edges.values()] };
}
