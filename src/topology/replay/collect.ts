import type { WayLeg, WayStop } from '../way.ts';
import { endpointsOf, type ReplayEndpoint } from './endpoints.ts';
import type { ReplayedLoad } from './load.ts';
import type { Part } from './parts.ts';

/** A line of the picture that a load passes, and what adds up to what is on it. */
export interface ReplayLine {
  readonly id: string;
  readonly leg: WayLeg;
  /** Only copies of requests take it. */
  readonly copies: boolean;
  readonly parts: readonly Part[];
}

/** A node or row of the picture, and the endpoints that it stands for. */
export interface ReplaySpot {
  readonly id: string;
  readonly stop: WayStop;
  /** It stands for endpoints; else they are behind it, and the picture shows none of them. */
  readonly isEndpoint: boolean;
  readonly endpoints: readonly ReplayEndpoint[];
}

/** Puts together what is found of a load's way, each line and each place once. */
export interface Collector {
  line(leg: WayLeg, part: Part): void;
  endpoint(cluster: number, index: number, stop: WayStop, isEndpoint: boolean): void;
  lines(): readonly ReplayLine[];
  spots(): readonly ReplaySpot[];
}

const stopId = ({ node, row }: WayStop): string => (row === null ? node : `${node} ${row}`);
const legId = ({ from, to, edge }: WayLeg): string => edge ?? `${stopId(from)} > ${stopId(to)}`;

export function collector(load: ReplayedLoad): Collector {
  const lines = new Map<string, ReplayLine & { readonly parts: Part[] }>();
  const spots = new Map<string, ReplaySpot & { readonly endpoints: ReplayEndpoint[] }>();
  return {
    line(leg, part) {
      const copies = part.kind === 'copies';
      const id = copies ? `copies ${legId(leg)}` : legId(leg);
      const known = lines.get(id);
      if (known) known.parts.push(part);
      else lines.set(id, { id, leg, copies, parts: [part] });
    },
    endpoint(cluster, index, stop, isEndpoint) {
      const endpoint = endpointsOf(load)[cluster]?.[index];
      if (!endpoint) return;
      const id = stopId(stop);
      const spot = spots.get(id) ?? { id, stop, isEndpoint, endpoints: [] };
      spots.set(id, spot);
      if (!spot.endpoints.includes(endpoint)) spot.endpoints.push(endpoint);
    },
    lines: () => [...lines.values()],
    spots: () => [...spots.values()],
  };
}
