import { asList, asNumber, asText, member, valueAt, type Mesh } from '../../../istio/index.ts';
import type { TopologyEdge } from '../../../topology/index.ts';
import type { Path } from '../../../yaml/index.ts';

/** One of several ways that share a rule's traffic. */
export interface WeightWay {
  readonly resource: string;
  /** The rule's `route`. */
  readonly list: Path;
  readonly index: number;
  readonly weights: readonly number[];
  readonly total: number;
  /** Where it leads: a host and its subset. */
  readonly words: string;
}

/** The share that an edge's pill tells and that can be changed there; null where it tells none, or has nobody to share with. */
export function weightWay({ origin, count, weight }: TopologyEdge, mesh: Mesh): WeightWay | null {
  const path = origin?.path ?? [];
  const index = path.at(-2);
  const list = path.slice(0, -2);
  const resource = origin && mesh.byId.get(origin.resource);
  const isWay = path.at(-1) === 'destination' && list.at(-1) === 'route' && typeof index === 'number';
  if (!isWay || weight === null || count !== undefined || !resource || resource.stale) return null;
  const routes = asList(valueAt(resource.value, list));
  const weights = routes.map((route) => asNumber(member(route, 'weight')) ?? 0);
  const total = weights.reduce((sum, each) => sum + each, 0);
  if (routes.length < 2 || total === 0) return null;
  const destination = member(routes[index], 'destination');
  const subset = asText(member(destination, 'subset'));
  const host = asText(member(destination, 'host')) ?? '';
  const words = subset ? `${host}, subset ${subset}` : host;
  return { resource: resource.id, list, index, weights, total, words };
}
