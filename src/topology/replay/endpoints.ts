import type { ReplayedLoad } from './load.ts';
import { perSecond, type Flowing } from './parts.ts';

/** An endpoint by its place in the report. */
export interface ReplayEndpoint {
  readonly cluster: number;
  readonly index: number;
  readonly name: string;
  readonly ejections: ReplayedLoad['ejections'];
}

export type EndpointState = 'answering' | 'failing' | 'idle' | 'ejected' | 'returning';

export interface EndpointFrame extends Flowing {
  readonly name: string;
  readonly state: EndpointState;
  /** How many callers have it ejected. */
  readonly out: number;
  /** Until the first of them takes it back, in milliseconds; 0 where none has it ejected. */
  readonly left: number;
}

const known = new WeakMap<ReplayedLoad, readonly (readonly ReplayEndpoint[])[]>();

/** The endpoints of each cluster of a load. The same objects for the same load. */
export function endpointsOf(load: ReplayedLoad): readonly (readonly ReplayEndpoint[])[] {
  const before = known.get(load);
  if (before) return before;
  const ejections = new Map<string, ReplayedLoad['ejections'][number][]>();
  for (const ejection of load.ejections) {
    const key = `${ejection.cluster} ${ejection.endpoint}`;
    const own = ejections.get(key);
    if (own) own.push(ejection);
    else ejections.set(key, [ejection]);
  }
  const found = load.clusters.map(({ cluster: name, endpoints }, cluster) =>
    endpoints.map(({ endpoint }, index) => ({
      cluster,
      index,
      name: endpoint,
      ejections: ejections.get(`${name} ${endpoint}`) ?? [],
    })),
  );
  known.set(load, found);
  return found;
}

/** So long after it came back an endpoint is shown as returning, where it does not warm up for longer. */
const RETURNING = 1000;
/** From this share of failures on an endpoint is shown as failing. */
const FAILS = 0.1;

/** How an endpoint is at a time that lies in a slice. */
export function endpointAt(
  load: ReplayedLoad,
  { cluster, index, name, ejections }: ReplayEndpoint,
  slice: number,
  time: number,
): EndpointFrame {
  const series = load.series.clusters[cluster]?.endpoints[index];
  const count = series?.sent[slice] ?? 0;
  const failures = series?.failed[slice] ?? 0;
  // What fails in this slice may have been sent in the one before.
  const failing = failures / Math.max(count, failures, 1);
  const warmup = Math.max(RETURNING, load.clusters[cluster]?.warmup ?? 0);
  let [out, left, returning] = [0, Infinity, false];
  for (const { from, to = Infinity, due } of ejections) {
    if (time < from) continue;
    if (time < to) {
      out++;
      left = Math.min(left, Math.max(0, (to === Infinity ? due : to) - time));
    } else if (time < to + warmup) returning = true;
  }
  const state = (): EndpointState => {
    if (out > 0 && out === load.callers) return 'ejected';
    if (failing >= FAILS) return 'failing';
    if (returning) return 'returning';
    return count ? 'answering' : 'idle';
  };
  // A connection that was refused failed without being sent anything.
  const tried = Math.max(count, failures);
  return { name, rate: perSecond(load, tried, slice), failing, state: state(), out, left: out ? left : 0 };
}
