import { edgeId, worseMissing } from '../edges.ts';
import type { EdgeKind, TopologyEdge } from '../types.ts';
import { joints } from './join.ts';

const share = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.round(a * b) / 100;

/** The flows of both. Nearly all edges have few. */
function both(a: readonly string[], b: readonly string[]): readonly string[] {
  if (b.length < 9) return a.filter((flow) => b.includes(flow));
  const taken = new Set(b);
  return a.filter((flow) => taken.has(flow));
}

function kindOf(first: TopologyEdge, second: TopologyEdge): EdgeKind {
  const kinds = [first.kind, second.kind];
  // What a rule says of the traffic outweighs what stands on its way.
  return (['mirror', 'route'] as const).find((kind) => kinds.includes(kind)) ?? second.kind;
}

/** Two edges that follow each other, as one past the node between them; undefined where no traffic takes both. */
function through(first: TopologyEdge, second: TopologyEdge): TopologyEdge | undefined {
  const flows = both(first.flows, second.flows);
  if (!flows.length || first.source === second.target) return undefined;
  const kind = kindOf(first, second);
  const from = { node: first.source, row: first.sourceRow };
  const to = { node: second.target, row: second.targetRow };
  const [reason, inert] = [first.reason ?? second.reason, first.inert ?? second.inert];
  const missing = worseMissing(first.missing, second.missing);
  const subset = first.subset ?? second.subset;
  const marks = [...(first.marks ?? []), ...(second.marks ?? [])];
  return {
    id: edgeId({ from, to, mark: `past.${kind}` }),
    source: from.node,
    sourceRow: from.row,
    target: to.node,
    targetRow: to.row,
    kind,
    weight: share(first.weight, second.weight),
    percent: share(first.percent, second.percent),
    tls: second.tls ?? first.tls,
    dangling: first.dangling || second.dangling,
    ...(missing === undefined ? {} : { missing }),
    ...(subset === undefined ? {} : { subset }),
    ...(reason === undefined ? {} : { reason }),
    ...(inert === undefined ? {} : { inert }),
    ...(marks.length ? { marks } : {}),
    flows,
    origin: first.origin ?? second.origin,
  };
}

type ByNode = Map<string, TopologyEdge[]>;

/** Edges that are left, and the hidden nodes that edges lead to, and from. */
export interface Past {
  readonly edges: readonly TopologyEdge[];
  readonly into: ReadonlySet<string>;
  readonly outOf: ReadonlySet<string>;
}

const withEdges = (nodes: ByNode): ReadonlySet<string> =>
  new Set([...nodes].flatMap(([node, edges]) => (edges.length ? [node] : [])));

/**
 * The edges that are left when nodes are hidden: traffic through them goes straight on, edges that begin or end at them
 * vanish, and so do those that only refer to them.
 */
export function edgesPast(edges: readonly TopologyEdge[], hidden: ReadonlySet<string>): Past {
  const kept: TopologyEdge[] = [];
  const [into, outOf]: [ByNode, ByNode] = [
    new Map([...hidden].map((node) => [node, []])),
    new Map([...hidden].map((node) => [node, []])),
  ];
  const past = joints();
  const put = (edge: TopologyEdge, made: boolean): void => {
    const [before, after] = [outOf.get(edge.source), into.get(edge.target)];
    before?.push(edge);
    after?.push(edge);
    if (before || after) return;
    if (made) past.add(edge.id, edge);
    else kept.push(edge);
  };
  for (const edge of edges) put(edge, false);
  const gone = new Set<string>();
  for (const node of hidden) {
    gone.add(node);
    const ends = (outOf.get(node) ?? []).filter((edge) => !gone.has(edge.target));
    const byFlow = new Map<string, TopologyEdge[]>();
    for (const edge of ends) {
      for (const flow of edge.flows) {
        const known = byFlow.get(flow);
        if (known) known.push(edge);
        else byFlow.set(flow, [edge]);
      }
    }
    for (const first of into.get(node) ?? []) {
      if (gone.has(first.source)) continue;
      for (const second of new Set(first.flows.flatMap((flow) => byFlow.get(flow) ?? []))) {
        const edge = through(first, second);
        if (edge) put(edge, true);
      }
    }
  }
  return { edges: [...kept, ...past.edges()], into: withEdges(into), outOf: withEdges(outOf) };
}
