import type { Topology } from '../types.ts';
import { asDrawn, legsOf, wayOf, type AskedWay, type RequestWay, type WayLeg, type WayStop } from '../way.ts';
import { collector, type Collector, type ReplayLine, type ReplaySpot } from './collect.ts';
import type { ReplayedLoad } from './load.ts';
import { edgeFlow, type Part } from './parts.ts';
import { endsOf, lastStop, stopOf } from './stops.ts';

/** Where a cluster's connection pool is shown. */
export interface ReplayPool {
  readonly cluster: number;
  readonly stop: WayStop;
}

/** What of a load can be seen on the picture, and where: what changes with time is told by `frameAt`. */
export interface Replay {
  readonly load: ReplayedLoad;
  readonly lines: readonly ReplayLine[];
  readonly spots: readonly ReplaySpot[];
  readonly pools: readonly ReplayPool[];
  /** The most requests a second that any line ever has. */
  readonly busiest: number;
}

interface Picture {
  readonly topology: Topology;
  readonly drawn: Topology;
  readonly load: ReplayedLoad;
}

/** Finds the way of a load on the picture: caller, gateway, rule, and for each of its destinations host, DestinationRule and endpoints. */
export function replayOf(
  topology: Topology,
  drawn: Topology,
  load: ReplayedLoad,
  caller: AskedWay['caller'],
): Replay {
  const picture = { topology, drawn, load };
  const found = collector(load);
  const { way } = load;
  const ask = (places: AskedWay['places'], mirrored = false) =>
    wayOf(topology, drawn, { caller, places, arrives: false, mirrored });
  const common = ask(way.common, way.mirrors.length > 0);
  const shared = common?.legs ?? [];
  for (const leg of shared) found.line(leg, { kind: 'sent' });
  const pools = new Map<number, WayStop>();
  for (const route of way.routes) {
    const cluster = load.clusters.findIndex((each) => each.cluster === route.cluster);
    if (cluster < 0) continue;
    const share = shareOf(way.routes, route);
    const places = [...way.common, ...route.passed];
    for (const leg of ask(places)?.legs.slice(shared.length) ?? [])
      found.line(leg, { kind: 'tries', cluster, share });
    const last = lastStop(topology, places);
    const [seen] = last ? asDrawn(drawn, [last]) : [];
    if (!last || !seen) continue;
    if (!pools.has(cluster)) pools.set(cluster, seen);
    toEndpoints(picture, found, { last, seen, cluster, share });
  }
  addCopies(picture, found, common?.copies ?? []);
  const lines = found.lines();
  return {
    load,
    lines,
    spots: found.spots(),
    pools: [...pools].map(([cluster, stop]) => ({ cluster, stop })),
    busiest: busiestOf(load, lines),
  };
}

/** Of the tries at its cluster: a rule may name a destination twice. */
function shareOf(
  routes: ReplayedLoad['way']['routes'],
  { cluster, weight }: ReplayedLoad['way']['routes'][number],
): number {
  const same = routes.filter((each) => each.cluster === cluster);
  const whole = same.reduce((sum, each) => sum + each.weight, 0);
  return whole ? weight / whole : 1 / same.length;
}

function toEndpoints(
  { topology, drawn, load }: Picture,
  found: Collector,
  { last, seen, cluster, share }: { last: WayStop; seen: WayStop; cluster: number; share: number },
): void {
  const ends = endsOf(topology, last);
  for (const [index, { at }] of (load.clusters[cluster]?.endpoints ?? []).entries()) {
    const stop = stopOf(topology, at, ends);
    const [there] = stop ? asDrawn(drawn, [stop]) : [];
    if (stop && there)
      for (const leg of legsOf(drawn, asDrawn(drawn, [last, stop]), false))
        found.line(leg, { kind: 'endpoint', cluster, index, share });
    found.endpoint(cluster, index, there ?? seen, there !== undefined);
  }
}

/** Each mirror has a way of its own; where the picture has fewer, as for one that is hidden, they share what there is. */
function addCopies(picture: Picture, found: Collector, ways: RequestWay['copies']): void {
  const { topology, drawn, load } = picture;
  const { mirrors } = load.way;
  for (const [index, name] of mirrors.entries()) {
    const cluster = load.clusters.findIndex((each) => each.cluster === name);
    const own = ways.length === mirrors.length ? ways.slice(index, index + 1) : ways;
    for (const way of own)
      addCopiesAlong(picture, found, way, { kind: 'copies', cluster, share: 1 / own.length });
    const end = own[0]?.at(-1)?.to;
    for (const [at, endpoint] of (load.clusters[cluster]?.endpoints ?? []).entries()) {
      const stop = stopOf(topology, endpoint.at, []);
      const [there] = stop ? asDrawn(drawn, [stop]) : [];
      const where = there ?? end;
      if (where) found.endpoint(cluster, at, where, where.row !== null || there !== undefined);
    }
  }
}

/** A way of copies leads to one end; where the picture has more of them, each endpoint gets its own copies. */
function addCopiesAlong(
  { topology, drawn, load }: Picture,
  found: Collector,
  way: readonly WayLeg[],
  all: Extract<Part, { readonly kind: 'copies' }>,
): void {
  for (const leg of way.slice(0, -1)) found.line(leg, all);
  const last = way.at(-1);
  if (!last) return;
  const ends = (load.clusters[all.cluster]?.endpoints ?? []).map(({ at }): WayLeg => {
    const stop = stopOf(topology, at, []);
    const [there] = stop ? asDrawn(drawn, [stop]) : [];
    const isDrawn = drawn.edges.some(
      ({ kind, source, target }) => kind === 'mirror' && source === last.from.node && target === there?.node,
    );
    return (there && isDrawn ? legsOf(drawn, [last.from, there], true)[0] : undefined) ?? last;
  });
  if (ends.every((leg) => leg === last)) return found.line(last, all);
  for (const [index, leg] of ends.entries()) found.line(leg, { ...all, index });
}

function busiestOf(load: ReplayedLoad, lines: readonly ReplayLine[]): number {
  let most = 0;
  for (const { parts } of lines)
    for (let slice = 0; slice < load.series.at.length; slice++)
      most = Math.max(most, edgeFlow(load, parts, slice).rate);
  return most;
}
