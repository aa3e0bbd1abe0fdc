import { isWell, parseAnswer } from './engine/answer.ts';
import { httpOf } from './engine/grpc.ts';
import type { LoadReport, LoadSeries } from './report.ts';

/** What of a run is looked at over time. */
export type CurveView = 'answers' | 'latency' | 'pool' | 'ejected' | 'endpoints' | 'localities';

/** What a curve stands for, so that the same thing looks the same in each run; `item`: one of many alike. */
export type CurveTone =
  | 'well'
  | 'client-error'
  | 'error'
  | 'overflow'
  | 'exhausted'
  | 'timeout'
  | 'connect'
  | 'unhealthy'
  | 'fault'
  | 'retries'
  | 'middle'
  | 'slow'
  | 'slowest'
  | 'item';

export interface Curve {
  readonly name: string;
  /** What the name means, where it needs to be said. */
  readonly about?: string;
  readonly tone: CurveTone;
  /** Null where there is nothing to tell. */
  readonly values: readonly (number | null)[];
}

export interface Curves {
  /** Milliseconds; where each slice begins. */
  readonly at: readonly number[];
  readonly unit: 'a second' | 'ms' | '';
  readonly curves: readonly Curve[];
}

/** More curves than these cannot be told apart: what is least is put together. */
const MOST = 8;

/** What Envoy's flags mean. https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage#config-access-log-format-response-flags */
const FLAGS: Readonly<Record<string, { readonly tone: CurveTone; readonly about: string }>> = {
  UO: { tone: 'overflow', about: 'refused at once, because a limit of the connection pool is reached' },
  URX: { tone: 'exhausted', about: 'failed, and so did all retries' },
  UT: { tone: 'timeout', about: 'no answer within the timeout' },
  UF: { tone: 'connect', about: 'no connection to the endpoint' },
  UC: { tone: 'connect', about: 'the endpoint broke the connection off' },
  UR: { tone: 'connect', about: 'the endpoint reset the request' },
  UH: { tone: 'unhealthy', about: 'no healthy endpoint' },
  NC: { tone: 'unhealthy', about: 'the destination does not exist' },
  NR: { tone: 'unhealthy', about: 'no route' },
  FI: { tone: 'fault', about: 'a fault that the VirtualService injects' },
  DI: { tone: 'fault', about: 'delayed by a fault that the VirtualService injects' },
};

/** The curves of one view, of all clusters or of one. Counts become rates by the second. */
export function curvesOf(report: LoadReport, view: CurveView, cluster: string | null = null): Curves {
  const { series } = report;
  const clusters = series.clusters.filter((each) => cluster === null || each.cluster === cluster);
  const rated = (counts: readonly number[]): readonly number[] => perSecond(report, counts);
  const all = (of: (each: LoadSeries['clusters'][number]) => readonly number[]): readonly number[] =>
    summed(clusters.map(of), series.at.length);
  switch (view) {
    case 'answers':
      return {
        at: series.at,
        unit: 'a second',
        curves: [
          ...Object.entries(series.answers)
            .map(([answer, counts]) => ({ ...answerCurve(answer), values: rated(counts) }))
            .toSorted((a, b) => order(a) - order(b) || (a.name < b.name ? -1 : 1)),
          ...retriesIn(
            all(({ retried }) => retried),
            rated,
          ),
        ],
      };
    case 'latency':
      return {
        at: series.at,
        unit: 'ms',
        curves: [
          { name: 'p50', about: 'half were answered sooner', tone: 'middle', values: series.p50 },
          { name: 'p90', about: 'nine in ten were answered sooner', tone: 'slow', values: series.p90 },
          { name: 'p99', about: '99 in 100 were answered sooner', tone: 'slowest', values: series.p99 },
        ],
      };
    case 'pool':
      return {
        at: series.at,
        unit: '',
        curves: [
          { name: 'active requests', tone: 'well', values: all(({ active }) => active) },
          { name: 'waiting for a connection', tone: 'overflow', values: all(({ pending }) => pending) },
          { name: 'connections', tone: 'middle', values: all(({ connections }) => connections) },
          { name: 'retries under way', tone: 'retries', values: all(({ retrying }) => retrying) },
        ],
      };
    case 'ejected':
      return {
        at: series.at,
        unit: '',
        curves: [
          { name: 'ejected', tone: 'error', values: all(({ ejected }) => ejected) },
          ...few(
            clusters.flatMap(({ endpoints }) =>
              endpoints
                .filter(({ ejected }) => ejected.some(Boolean))
                .map(({ endpoint, ejected }) => ({ name: endpoint, values: ejected })),
            ),
          ),
        ],
      };
    case 'endpoints':
      return {
        at: series.at,
        unit: 'a second',
        curves: few(
          clusters.flatMap(({ endpoints }) =>
            endpoints.map(({ endpoint, sent }) => ({ name: endpoint, values: rated(sent) })),
          ),
        ),
      };
    case 'localities':
      return { at: series.at, unit: 'a second', curves: few(byLocality(report, cluster, rated)) };
  }
}

/** Retries, where there are some. */
const retriesIn = (
  retried: readonly number[],
  rated: (counts: readonly number[]) => readonly number[],
): readonly Curve[] =>
  retried.some(Boolean) ? [{ name: 'retries sent', tone: 'retries', values: rated(retried) }] : [];

interface Named {
  readonly name: string;
  readonly values: readonly number[];
}

function byLocality(
  report: LoadReport,
  cluster: string | null,
  rated: (counts: readonly number[]) => readonly number[],
): readonly Named[] {
  const found = new Map<string, (readonly number[])[]>();
  for (const { cluster: name, endpoints } of report.clusters) {
    if (cluster !== null && cluster !== name) continue;
    const series = report.series.clusters.find((each) => each.cluster === name);
    for (const [index, { locality }] of endpoints.entries()) {
      const sent = series?.endpoints[index]?.sent;
      const where = locality || 'no locality';
      if (sent) found.set(where, [...(found.get(where) ?? []), sent]);
    }
  }
  return [...found].map(([name, counts]) => ({
    name,
    values: rated(summed(counts, report.series.at.length)),
  }));
}

/** As many as can be told apart; the others, which come after them, in one. */
function few(all: readonly Named[]): readonly Curve[] {
  const shown = all.length > MOST ? all.slice(0, MOST - 1) : all;
  const others = all.slice(shown.length);
  const curves = shown.map((each) => ({ ...each, tone: 'item' as const }));
  if (!others.length) return curves;
  const values = summed(
    others.map((each) => each.values),
    others[0]?.values.length ?? 0,
  );
  return [...curves, { name: `${others.length} others`, tone: 'item', values }];
}

const summed = (all: readonly (readonly number[])[], length: number): readonly number[] =>
  Array.from({ length }, (_, slice) => all.reduce((total, values) => total + (values[slice] ?? 0), 0));

/** A rate is taken over about so many requests, at most over `WIDEST` slices: of fewer, chance would be most of what is seen. */
const ENOUGH = 60;
const WIDEST = 9;

/** Rates, each over as many slices around it as tell something. The last slice may be shorter than the others. */
function perSecond(
  { series, bucket, duration, sent }: LoadReport,
  counts: readonly number[],
): readonly number[] {
  const each = sent / Math.max(1, series.at.length);
  const around = Math.floor(Math.min(WIDEST, Math.max(1, ENOUGH / Math.max(1e-9, each))) / 2);
  return counts.map((_, slice) => {
    const [first, last] = [Math.max(0, slice - around), Math.min(counts.length - 1, slice + around)];
    const length = Math.min((last + 1) * bucket, duration) - first * bucket;
    let count = 0;
    for (let at = first; at <= last; at++) count += counts[at] ?? 0;
    return length > 0 ? Math.round((10_000 * count) / length) / 10 : 0;
  });
}

function answerCurve(answer: string): Pick<Curve, 'name' | 'about' | 'tone'> {
  const { status: sent, flags, grpc } = parseAnswer(answer);
  const status = httpOf(grpc ?? '') ?? sent;
  const known = flags.flatMap((flag) => FLAGS[flag] ?? []);
  const about = known.map((flag) => flag.about).join('; ');
  const plain: CurveTone = status >= 500 ? 'error' : status >= 400 ? 'client-error' : 'well';
  return {
    // A connection has no status: Envoy's access log has 0 there.
    name: status ? answer : flags.join() || 'passed on',
    tone:
      status < 400 && isWell(answer)
        ? 'well'
        : (known.find(({ tone }) => tone !== 'fault')?.tone ?? known[0]?.tone ?? plain),
    about:
      about ||
      (status >= 500
        ? 'the endpoint answered so'
        : status
          ? ''
          : 'connections that were passed on and closed'),
  };
}

const order = ({ name, tone }: Pick<Curve, 'name' | 'tone'>): number =>
  Number(name.split(' ')[0]) || (tone === 'well' ? 0 : 1);

/** Whether a status is one that the destination meant to give: no error of its own, and none of the way there. */
export const isAnsweredWell = (status: number): boolean => status > 0 && status < 500;

/** How many of the requests that ended were answered well, from 0 to 1; undefined where none ended. */
export function shareAnsweredWell({ answers, ended }: LoadReport): number | undefined {
  if (!ended) return undefined;
  return answers.reduce((total, { answer, count }) => total + (isWell(answer) ? count : 0), 0) / ended;
}
