import type { ResourceId } from '../istio/index.ts';
import { isWithin, type Path } from '../yaml/index.ts';
import { ANY_CALLER, OUTSIDE_CALLER, portRow, subsetRow } from './ids.ts';
import { flowId, type TopologyPath } from './path.ts';
import type { Topology, TopologyEdge, TopologyNode } from './types.ts';
import { drawnAs } from './view/view.ts';

/** A place on the picture: a node, or a row of it. */
export interface WayStop {
  readonly node: string;
  readonly row: string | null;
}

/** From one place to the next; `edge` null where the picture has no edge for it, because the request goes past what it shows. */
export interface WayLeg {
  readonly from: WayStop;
  readonly to: WayStop;
  readonly edge: string | null;
}

/** The way of one request across the picture. */
export interface RequestWay {
  readonly legs: readonly WayLeg[];
  /** The ways of its copies, from where they part. */
  readonly copies: readonly (readonly WayLeg[])[];
  /** All that lies on it. */
  readonly lit: TopologyPath;
}

/** A resource on the way, and what of it. */
export interface WayPlace {
  readonly resource: ResourceId;
  readonly path?: Path | undefined;
  readonly port?: number;
  readonly subset?: string;
}

export interface AskedWay {
  readonly caller: {
    readonly kind: 'sidecar' | 'gateway';
    readonly namespace: string;
    /** The workload; null for any app. */
    readonly resource: ResourceId | null;
  };
  /** In the order of the request. */
  readonly places: readonly WayPlace[];
  /** Whether it goes on to the endpoints of the last place. */
  readonly arrives: boolean;
  /** Whether copies are sent as well. */
  readonly mirrored: boolean;
}

const ONWARD: ReadonlySet<string> = new Set(['resolves', 'selects', 'mirror']);

export function rowOf(node: TopologyNode, { path, port, subset }: WayPlace): string | null {
  const named = port === undefined ? (subset === undefined ? null : subsetRow(subset)) : portRow(port);
  if (named !== null) return node.rows.some(({ id }) => id === named) ? named : null;
  const row = path && node.rows.find((one) => isWithin(path, one.path));
  return row?.id ?? null;
}

/** Who sends, on the picture: the workload, else the nearest that stands for it. */
function startOf(
  topology: Topology,
  { caller, places }: AskedWay,
  first: string | undefined,
): WayStop | undefined {
  if (caller.kind === 'gateway') {
    const outside = topology.nodes.find(({ id }) => id === OUTSIDE_CALLER);
    return outside && places.length ? { node: outside.id, row: null } : undefined;
  }
  const own = topology.nodes.find(({ resource }) => resource !== null && resource === caller.resource);
  const callers = topology.nodes.filter((node) => node.lane === 'caller' && node.id !== OUTSIDE_CALLER);
  const leads = ({ id }: TopologyNode) =>
    topology.edges.some(({ source, target }) => source === id && target === first);
  const near = callers.filter(({ namespace }) => namespace === caller.namespace);
  const found =
    own ?? near.find(leads) ?? near[0] ?? callers.find(({ id }) => id === ANY_CALLER) ?? callers.find(leads);
  return found && { node: found.id, row: null };
}

const fit = (row: string | null, wanted: string | null): number =>
  row === wanted ? 2 : row === null ? 1 : 0;

/** The edge that fits two places best. */
function edgeBetween(edges: readonly TopologyEdge[], from: WayStop, to: WayStop): TopologyEdge | undefined {
  let best: { readonly edge: TopologyEdge; readonly score: number } | undefined;
  for (const edge of edges) {
    if (edge.source !== from.node || edge.target !== to.node || edge.kind === 'mirror') continue;
    const score = fit(edge.sourceRow, from.row) + fit(edge.targetRow, to.row);
    if (!best || score > best.score) best = { edge, score };
  }
  return best?.edge;
}

/** What a place leads on to: its endpoints, or the pods behind it; those of its row, where that has its own. */
export function onward(topology: Topology, { node, row }: WayStop): readonly TopologyEdge[] {
  const all = topology.edges.filter(({ source, kind }) => source === node && ONWARD.has(kind));
  const own = all.filter(({ sourceRow }) => sourceRow === row);
  return own.length ? own : all.filter(({ sourceRow }) => sourceRow === null || row === null);
}

/** Where requests themselves go; copies go elsewhere, unless that is all that the picture has. */
export function ownEnds(edges: readonly TopologyEdge[]): readonly TopologyEdge[] {
  const own = edges.filter(({ kind }) => kind !== 'mirror');
  return own.length ? own : edges;
}

/** The way of copies from a rule: along its mirror edges to the end. */
function copiesFrom(topology: Topology, rule: WayStop): readonly (readonly WayStop[])[] {
  return topology.edges
    .filter((edge) => edge.kind === 'mirror' && edge.source === rule.node && edge.sourceRow === rule.row)
    .map((edge) => {
      const stops: WayStop[] = [rule, { node: edge.target, row: edge.targetRow }];
      for (let left = topology.nodes.length; left > 0; left--) {
        const last = stops.at(-1)!;
        const onward = topology.edges.filter(
          ({ source, sourceRow, kind }) =>
            source === last.node && kind !== 'gateway' && (sourceRow === last.row || sourceRow === null),
        );
        // A copy goes where copies go, and to its own subset.
        const next =
          onward.find(({ kind }) => kind === 'mirror') ??
          onward.find(({ targetRow }) => edge.subset !== undefined && targetRow === subsetRow(edge.subset)) ??
          onward[0];
        if (!next || stops.some(({ node }) => node === next.target)) break;
        stops.push({ node: next.target, row: next.targetRow });
      }
      return stops;
    });
}

/** The same places as they are drawn now, each once; what is hidden is left out. */
export function asDrawn(drawn: Topology, stops: readonly WayStop[]): readonly WayStop[] {
  const found: WayStop[] = [];
  for (const { node, row } of stops) {
    const as = drawnAs(drawn, node);
    if (as === undefined || found.at(-1)?.node === as) continue;
    found.push({ node: as, row: as === node ? row : null });
  }
  return found;
}

export function legsOf(drawn: Topology, stops: readonly WayStop[], copies: boolean): readonly WayLeg[] {
  return stops.slice(1).map((to, index) => {
    const from = stops[index] ?? to;
    const mirror = copies
      ? drawn.edges.find(
          ({ kind, source, target }) => kind === 'mirror' && source === from.node && target === to.node,
        )
      : undefined;
    return { from, to, edge: (mirror ?? edgeBetween(drawn.edges, from, to))?.id ?? null };
  });
}

/**
 * The way of a request across what is drawn of a topology: caller, gateway, rule, host, DestinationRule, endpoint, as far
 * as it comes. Null where the picture shows nothing of it.
 */
export function wayOf(topology: Topology, drawn: Topology, asked: AskedWay): RequestWay | null {
  const byResource = new Map(topology.nodes.map((node) => [node.resource, node]));
  const stops = asked.places.flatMap((place): readonly WayStop[] => {
    const node = byResource.get(place.resource);
    return node ? [{ node: node.id, row: rowOf(node, place) }] : [];
  });
  const start = startOf(topology, asked, stops[0]?.node);
  const whole = start ? [start, ...stops] : stops;
  const last = whole.at(-1);
  if (!last) return null;
  const ends = asked.arrives ? ownEnds(onward(topology, last)) : [];
  const first = ends[0];
  const main = asDrawn(drawn, first ? [...whole, { node: first.target, row: first.targetRow }] : whole);
  const rule = stops.findLast(({ row }) => row !== null && RULE.test(row));
  const copies =
    asked.mirrored && rule ? copiesFrom(topology, rule).map((stops) => asDrawn(drawn, stops)) : [];
  const way = {
    legs: legsOf(drawn, main, false),
    copies: copies.map((stops) => legsOf(drawn, stops, true)).filter((legs) => legs.length > 0),
  };
  if (!main.length) return null;
  return { ...way, lit: litBy(drawn, main, way, ends) };
}

const RULE = /^(http|tls|tcp)\.\d+/;

function litBy(
  drawn: Topology,
  main: readonly WayStop[],
  { legs, copies }: Pick<RequestWay, 'legs' | 'copies'>,
  ends: readonly TopologyEdge[],
): TopologyPath {
  const nodes = new Set(main.map(({ node }) => node));
  const rows = new Set<string>();
  const edges = new Set<string>();
  for (const { from, to, edge } of [...legs, ...copies.flat()]) {
    for (const { node, row } of [from, to]) {
      nodes.add(node);
      if (row !== null) rows.add(flowId(node, row));
    }
    if (edge !== null) edges.add(edge);
  }
  const shown = new Set(drawn.edges.map(({ id }) => id));
  for (const { id, target } of ends) {
    if (!shown.has(id)) continue;
    edges.add(id);
    nodes.add(target);
  }
  return { nodes, rows, edges };
}
